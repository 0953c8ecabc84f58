# Functions for all integrations, for scripts that run in sh with curl and jq. A comment is optional: if it cannot be
# written, the job continues, and its exit code is that of autoheal.

# A GitHub comment can have 65,536 characters.
longest=65000

work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT

# No CI server reads these lines as commands: autoheal cleans its reports, and the messages here contain no text of files.
say() {
  printf 'autoheal: %s\n' "$*"
}

# Ends without a comment and without failing. $kept is the name of a comment at the service.
give_up() {
  say "cannot write the $kept: $*. The other reports are complete."
  exit 0
}

# Calls METHOD URL [FILE] with the header in $authorization, which process lists do not show. Writes the answer to
# $work/answer and the HTTP status to $status; fails for any status other than 2xx.
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

# Calls METHOD URL [FILE], or ends without a comment.
demand() {
  call "$@" && return
  case $status in
    401 | 403 | 404) give_up "$1 was refused ($status); check that the token can write (it cannot in a fork)" ;;
    *) give_up "$1 failed ($status)" ;;
  esac
}

# Sets found to the first item that the jq filter $2 finds in the list $1, which has pages; empty if there is none.
find_in_pages() {
  page=1
  while [ "$page" -le 100 ]; do
    demand GET "$1?per_page=100&page=$page"
    found=$(jq -c --arg marker "$marker" --arg me "$me" "[.[] | select($2)][0] // empty" "$work/answer") || give_up 'unexpected answer of the server'
    [ -z "$found" ] || return 0
    [ "$(jq length "$work/answer")" -eq 100 ] || return 0
    page=$((page + 1))
  done
}

# Writes $work/body from the report $1, the outcome $2 and the link $3. Sets marker to the hidden first line.
compose() {
  marker=$(head -n 1 "$1")
  case $marker in
    '<!-- autoheal:v1 key='*' -->') ;;
    *) give_up 'missing Markdown report' ;;
  esac
  if [ -n "${AUTOHEAL_KEY-}" ]; then
    case $AUTOHEAL_KEY in
      *[!A-Za-z0-9_-]*) give_up 'invalid key; use only letters, digits, - and _' ;;
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
    [ "$2" != clean ] || printf '\nResolved: no findings left.\n'
    printf '\n%s\n' "$3"
  } >"$work/body"
}

# Succeeds if the file $1 has the same text as the JSON string $2.
is_same() {
  [ "$(jq -Rs . "$1")" = "$2" ]
}
