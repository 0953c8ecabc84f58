# What the integrations share; sourced by scripts that run under sh, with curl and jq. A comment is a convenience: where
# it cannot be written the check goes on, and its exit code is autoheal's.

# A comment of GitHub takes 65,536 characters.
longest=65000

work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT

# Nothing of it is read as a command: autoheal cleans its reports, and this says words of its own.
say() {
  printf 'autoheal: %s\n' "$*"
}

# Ends without a comment, and without failing. $kept says what the service calls it.
give_up() {
  say "the $kept is left out: $*; the report itself is not."
  exit 0
}

# Calls METHOD URL [FILE] with the header in $authorization, which no list of processes shows. Leaves the answer in
# $work/answer; fails for any status but 2xx, and leaves that in $status.
call() {
  set -- "$1" "$2" ${3:+--data-binary "@$3" --header 'Content-Type: application/json'}
  method=$1
  url=$2
  shift 2
  status=$(
    printf 'header = "%s"\n' "$authorization" |
      curl --config - --silent --max-time 30 --output "$work/answer" --write-out '%{http_code}' --request "$method" "$@" "$url"
  ) || status=000
  case $status in
    2??) ;;
    *) return 1 ;;
  esac
}

# Calls METHOD URL [FILE], or ends.
demand() {
  call "$@" && return
  case $status in
    401 | 403 | 404) give_up "$1 was refused ($status), as it is where the token may not write, for a fork say" ;;
    *) give_up "$1 failed ($status)" ;;
  esac
}

# The first that the jq filter $2 finds on the pages of the list $1, which takes page= and per_page=; empty for none.
find_in_pages() {
  page=1
  while [ "$page" -le 100 ]; do
    demand GET "$1?per_page=100&page=$page"
    found=$(jq -c --arg marker "$marker" --arg me "$me" "[.[] | select($2)][0] // empty" "$work/answer") || give_up 'the answer is not understood'
    [ -z "$found" ] || return 0
    [ "$(jq length "$work/answer")" -eq 100 ] || return 0
    page=$((page + 1))
  done
}

# Makes $work/body of the report $1, the outcome $2 and the link $3, with $marker, the hidden first line, set.
compose() {
  marker=$(head -n 1 "$1")
  case $marker in
    '<!-- autoheal:v1 key='*' -->') ;;
    *) give_up 'there is no Markdown report' ;;
  esac
  if [ -n "${AUTOHEAL_KEY-}" ]; then
    case $AUTOHEAL_KEY in
      *[!A-Za-z0-9_-]*) give_up 'the key holds something else than letters, digits, - and _' ;;
    esac
    marker="<!-- autoheal:v1 key=$AUTOHEAL_KEY -->"
  fi
  {
    printf '%s\n' "$marker"
    if [ "$(jq -Rs length "$1")" -gt "$longest" ]; then
      printf '### autoheal: %s\n\nThe report is too long for a comment.\n' "$2"
    else
      tail -n +2 "$1"
    fi
    [ "$2" != clean ] || printf '\nResolved: there is nothing left to report.\n'
    printf '\n%s\n' "$3"
  } >"$work/body"
}

# Whether the text in the file $1 is the one that the JSON string in $2 holds.
is_same() {
  [ "$(jq -Rs . "$1")" = "$2" ]
}
