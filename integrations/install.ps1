# Finds autoheal, or downloads its release, and prints the path of the launcher, autoheal.cmd. It uses the first of
#   the folder AUTOHEAL_HOME;
#   with AUTOHEAL_BUILD=source, the launcher of this clone, which builds autoheal on first use;
#   autoheal on the Path, if its version is AUTOHEAL_VERSION (default: the one in release.properties);
#   the file of this version and platform from the mirror AUTOHEAL_DOWNLOAD_URL, or else from the release.
# A download needs a pinned checksum: AUTOHEAL_SHA256, or a line in SHA256SUMS in this folder. AUTOHEAL_CACHE is the folder
# of downloaded files. install.sh does the same on other systems.
# Standard output is for the path alone. Exit code: 0, or 3 with one message. It runs in Windows PowerShell 5.1 and in
# PowerShell 7, and needs no other program.
$ErrorActionPreference = 'Stop'
# The bar of progress makes downloads slow in Windows PowerShell.
$ProgressPreference = 'SilentlyContinue'

function Say([string] $Text) {
  [Console]::Error.WriteLine("autoheal: $Text")
}

function Fail([string] $Text) {
  Say $Text
  exit 3
}

function Found([string] $Path) {
  Write-Output $Path
  exit 0
}

# Returns the value of a variable of the environment; empty if there is none.
function Get-Setting([string] $Name) {
  return [string] [Environment]::GetEnvironmentVariable($Name)
}

function Test-Absolute([string] $Path) {
  return $Path -match '^([A-Za-z]:[\\/]|\\\\)'
}

# Whether a path is in the repository under review: whoever proposes a change chooses the files there.
function Test-InCheckout([string] $Path) {
  $top = (Get-Location -PSProvider FileSystem).ProviderPath
  while ($top -and -not (Test-Path -LiteralPath (Join-Path $top '.git'))) {
    $top = [IO.Path]::GetDirectoryName($top)
  }
  $full = [IO.Path]::GetFullPath($Path).TrimEnd('\') + '\'
  foreach ($root in @($top, $env:GITHUB_WORKSPACE, $env:BUILD_SOURCESDIRECTORY, $env:CI_PROJECT_DIR)) {
    if ($root) {
      $folder = [IO.Path]::GetFullPath($root).TrimEnd('\') + '\'
      if ($full.StartsWith($folder, [StringComparison]::OrdinalIgnoreCase)) {
        return $true
      }
    }
  }
  return $false
}

# Whether a launcher has the version.
function Test-Version([string] $Launcher) {
  # Windows PowerShell makes an error of each line on standard error.
  $ErrorActionPreference = 'Continue'
  Push-Location -LiteralPath $env:SystemRoot
  try {
    return "$(& $Launcher --version 2>$null)".Trim() -ceq "autoheal $version"
  } catch {
    return $false
  } finally {
    Pop-Location
  }
}

# Returns the launcher on the Path, if there is one of the version.
function Find-Installed {
  foreach ($entry in "$env:Path".Split(';')) {
    $folder = $entry.Trim().Trim('"')
    if (-not (Test-Absolute $folder)) {
      continue
    }
    $launcher = [IO.Path]::Combine($folder, 'autoheal.cmd')
    if (-not (Test-Path -LiteralPath $launcher -PathType Leaf)) {
      continue
    }
    if (Test-InCheckout $launcher) {
      Say "skipped $launcher, which is in the repository under review"
    } elseif (-not (Test-Version $launcher)) {
      Say "skipped $launcher, which is not version $version"
    } else {
      return $launcher
    }
  }
  return ''
}

function Get-Checksum([string] $Path) {
  return (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant()
}

# Returns the HTTP status of a failed request; 0 if there was no answer.
function Get-Status($Problem) {
  $response = $Problem.Exception.PSObject.Properties['Response']
  if ($response -and $response.Value) {
    return [int] $response.Value.StatusCode
  }
  return 0
}

# Downloads $url to a file. Failures that may pass are tried again, at most three times.
function Receive-File([string] $Target) {
  if ($url -match '^http://') {
    Say "$shown uses http, so only the checksum protects the download"
  } elseif ($url -notmatch '^https://') {
    Fail "invalid AUTOHEAL_DOWNLOAD_URL='$shown'; use an address that starts with https://"
  }
  if ($url -match '[^!-~]|["\\]') {
    Fail 'invalid character in AUTOHEAL_DOWNLOAD_URL; use its percent-encoding'
  }
  # Windows PowerShell may start without TLS 1.2.
  [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
  Say "downloading $shown"
  for ($try = 0; ; $try++) {
    try {
      $response = Invoke-WebRequest -UseBasicParsing -Uri $url -OutFile $Target -PassThru -MaximumRedirection 5 -TimeoutSec 600
      break
    } catch {
      $problem = $_
    }
    $status = Get-Status $problem
    if ($try -lt 3 -and $status -in 408, 429, 500, 502, 503, 504) {
      Start-Sleep -Seconds ([Math]::Pow(2, $try))
      continue
    }
    switch ($status) {
      { $_ -in 401, 403 } { Fail "the server refused $file ($status); check the access, or use a mirror" }
      404 { Fail "missing $file on the server (404); check the version and the address" }
      407 { Fail "the proxy refused $file (407); check the proxy, or use a mirror" }
      { $_ -in 301, 302, 303, 307, 308 } { Fail "unexpected redirect of $file without https; use the address that it leads to" }
      0 { Fail "the download of $file failed ($($problem.Exception.Message)); run the job again, or check the proxy" }
      default { Fail "the server did not send $file ($status); run the job again, or use a mirror" }
    }
  }
  # Windows PowerShell follows a redirect from https to http.
  $last = $null
  if ($response.BaseResponse.PSObject.Properties['ResponseUri']) {
    $last = $response.BaseResponse.ResponseUri
  } elseif ($response.BaseResponse.PSObject.Properties['RequestMessage']) {
    $last = $response.BaseResponse.RequestMessage.RequestUri
  }
  if ($last -and $last.AbsoluteUri -cne ([Uri] $url).AbsoluteUri -and $last.Scheme -ne 'https') {
    Fail "unexpected redirect of $file without https; use the address that it leads to"
  }
}

# Returns a new folder in a folder. Also removes what a killed job left there.
function New-Folder([string] $Parent) {
  try {
    [void] [IO.Directory]::CreateDirectory($Parent)
    Get-ChildItem -LiteralPath $Parent -Filter 'new.*' -Directory -ErrorAction SilentlyContinue |
      Where-Object { $_.LastWriteTimeUtc -lt [DateTime]::UtcNow.AddDays(-1) } |
      Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
    $folder = [IO.Path]::Combine($Parent, 'new.' + [Guid]::NewGuid().ToString('N').Substring(0, 8))
    [void] [IO.Directory]::CreateDirectory($folder)
    return $folder
  } catch {
    Fail "cannot write to $Parent; set AUTOHEAL_CACHE to another folder"
  }
}

# Moves a file or a folder into place in one step: other jobs may use the same folder at the same time.
function Move-IntoPlace([string] $Source, [string] $Target, [string] $Parent) {
  for ($try = 0; $try -lt 5; $try++) {
    try {
      [IO.Directory]::Move($Source, $Target)
      return
    } catch {
      # Another job may have been faster, or a virus scanner may still read a file.
      if (Test-Path -LiteralPath $Target) {
        return
      }
      Start-Sleep -Seconds 1
    }
  }
  Fail "cannot write to $Parent; check its permissions"
}

# Writes the file to $archive.
function Save-Archive {
  $new = New-Folder $cache
  try {
    $part = [IO.Path]::Combine($new, $file)
    Receive-File $part
    $got = Get-Checksum $part
    if ($got -cne $expected) {
      $bytes = (Get-Item -LiteralPath $part).Length
      Fail ("wrong checksum of $file; check the pinned checksum and what the server sends`n" +
        "  expected $expected`n  got      $got ($bytes bytes)")
    }
    Move-IntoPlace $part $archive $cache
  } finally {
    Remove-Item -LiteralPath $new -Recurse -Force -ErrorAction SilentlyContinue
  }
}

# Unpacks $archive to $place.
function Expand-Release {
  $new = New-Folder $programs
  try {
    # The JVM compares the time of the jar with that in its archive of classes. This tar keeps times in UTC.
    $tar = [IO.Path]::Combine($env:SystemRoot, 'System32', 'tar.exe')
    $unpacked = $false
    if (Test-Path -LiteralPath $tar) {
      & $tar -xf $archive -C $new | Out-Null
      $unpacked = $LASTEXITCODE -eq 0
    } else {
      try {
        Expand-Archive -LiteralPath $archive -DestinationPath $new
        $unpacked = $true
      } catch {
        Say $_.Exception.Message
      }
    }
    if (-not $unpacked) {
      Fail "cannot unpack $archive in $programs; check the free space"
    }
    $tree = [IO.Path]::Combine($new, $image)
    if (-not (Test-Path -LiteralPath ([IO.Path]::Combine($tree, 'autoheal.cmd')) -PathType Leaf)) {
      Fail "missing $image\autoheal.cmd in $archive; check the pinned checksum"
    }
    Move-IntoPlace $tree $place $programs
  } finally {
    Remove-Item -LiteralPath $new -Recurse -Force -ErrorAction SilentlyContinue
  }
}

if ($env:OS -ne 'Windows_NT') {
  Fail 'this script runs on Windows only; use install.sh'
}
$here = $PSScriptRoot

$installation = Get-Setting 'AUTOHEAL_HOME'
if ($installation) {
  if (-not (Test-Absolute $installation)) {
    Fail "expected an absolute path for AUTOHEAL_HOME, got '$installation'"
  }
  $launcher = [IO.Path]::Combine($installation, 'autoheal.cmd')
  if (-not (Test-Path -LiteralPath $launcher -PathType Leaf)) {
    Fail "missing launcher in AUTOHEAL_HOME='$installation'; set it to the folder that contains autoheal.cmd"
  }
  Found $launcher
}

$build = Get-Setting 'AUTOHEAL_BUILD'
if ($build -ceq 'source') {
  $clone = [IO.Path]::GetFullPath([IO.Path]::Combine($here, '..'))
  $launcher = [IO.Path]::Combine($clone, 'autoheal.cmd')
  if (-not (Test-Path -LiteralPath $launcher -PathType Leaf)) {
    Fail "missing launcher in the clone at $clone; clone the whole repository"
  }
  Found $launcher
} elseif ($build) {
  Fail "expected 'source' for AUTOHEAL_BUILD, got '$build'"
}

$release = @{}
foreach ($line in [IO.File]::ReadAllLines([IO.Path]::Combine($here, 'release.properties'))) {
  if ($line -match '^(\w+)=(.*)$') {
    $release[$Matches[1]] = $Matches[2]
  }
}

$version = Get-Setting 'AUTOHEAL_VERSION'
if (-not $version) {
  $version = $release['version']
}
if ($version -cnotmatch '\A[0-9][0-9A-Za-z.-]*\z') {
  Fail "expected a version for AUTOHEAL_VERSION, e.g. 1.2.3, got '$version'"
}

$launcher = Find-Installed
if ($launcher) {
  Found $launcher
}

# A 32-bit process names the machine in the first of these.
$machine = $env:PROCESSOR_ARCHITEW6432
if (-not $machine) {
  $machine = $env:PROCESSOR_ARCHITECTURE
}
switch ($machine) {
  'AMD64' { $arch = 'x64' }
  'ARM64' { $arch = 'arm64' }
  default { Fail "missing release for Windows on $machine; set AUTOHEAL_HOME, or build from source" }
}
$image = "autoheal-$version-windows-$arch"
$file = "$image.zip"

# The sums that a server offers are not a check of this server.
$expected = Get-Setting 'AUTOHEAL_SHA256'
$sums = [IO.Path]::Combine($here, 'SHA256SUMS')
if (-not $expected -and (Test-Path -LiteralPath $sums)) {
  foreach ($line in [IO.File]::ReadAllLines($sums)) {
    $words = $line.Split([char[]] ' ', [StringSplitOptions]::RemoveEmptyEntries)
    if ($words.Count -eq 2 -and $words[1] -ceq $file) {
      $expected = $words[0]
      break
    }
  }
}
if (-not $expected) {
  Fail "missing checksum of $file; set AUTOHEAL_SHA256 (input sha256), or build from source"
}
if ($expected -notmatch '\A[0-9a-fA-F]{64}\z') {
  Fail "expected 64 hexadecimal digits as the checksum of $file"
}
$expected = $expected.ToLowerInvariant()

$base = Get-Setting 'AUTOHEAL_DOWNLOAD_URL'
if (-not $base) {
  $base = "$($release['repository'])/releases/download/v$version"
}
$url = "$($base -replace '/\z')/$file"
$shown = $url -replace '//[^/]*@', '//'

$own = [IO.Path]::Combine((Get-Setting 'LOCALAPPDATA'), 'autoheal')
$cache = Get-Setting 'AUTOHEAL_CACHE'
if (-not $cache) {
  $tools = Get-Setting 'RUNNER_TOOL_CACHE'
  if (-not $tools) {
    $tools = Get-Setting 'AGENT_TOOLSDIRECTORY'
  }
  $cache = if ($tools) { [IO.Path]::Combine($tools, 'autoheal') } else { $own }
}
# .NET has its own current folder, which is another one.
$cache = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($cache)

# A file in the cache is verified before it is unpacked, so the cache may be where others write, e.g. in the checkout. What is
# unpacked is not, so it is in a folder of the job or of the user.
$temporary = Get-Setting 'RUNNER_TEMP'
if (-not $temporary) {
  $temporary = Get-Setting 'AGENT_TEMPDIRECTORY'
}
if ($temporary) {
  $programs = [IO.Path]::Combine($temporary, 'autoheal-release')
} elseif (Test-InCheckout $cache) {
  $programs = $own
  if (-not (Test-Absolute $own) -or (Test-InCheckout $own)) {
    Fail "expected a folder outside of the checkout, got $own; change LOCALAPPDATA"
  }
} else {
  $programs = $cache
}

$archive = [IO.Path]::Combine($cache, "$image-$expected.zip")
$place = [IO.Path]::Combine($programs, "$image-$expected")
foreach ($part in 'autoheal.cmd', 'autoheal.jar') {
  if ((Test-Path -LiteralPath $place) -and -not (Test-Path -LiteralPath ([IO.Path]::Combine($place, $part)) -PathType Leaf)) {
    Remove-Item -LiteralPath $place -Recurse -Force
  }
}
if (-not (Test-Path -LiteralPath $place -PathType Container)) {
  if ((Test-Path -LiteralPath $archive -PathType Leaf) -and (Get-Checksum $archive) -cne $expected) {
    Say "deleting $archive, which has a wrong checksum"
    Remove-Item -LiteralPath $archive -Force
  }
  if (-not (Test-Path -LiteralPath $archive -PathType Leaf)) {
    Save-Archive
  }
  Expand-Release
}
Found ([IO.Path]::Combine($place, 'autoheal.cmd'))
