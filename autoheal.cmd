@echo off
rem Starts autoheal on Windows. The script "autoheal" does the same on other systems.
rem A release has its own Java in the folder "runtime". Only a clone, which is built here, needs PowerShell.
rem Exit code: that of autoheal; 3 if there is no Java 17 or newer, or if the JVM or the build fails.
rem AUTOHEAL_OPTS holds more options for the JVM.
rem Subroutines take variables: "call" would read a percent sign or a caret in an argument once more.
setlocal EnableExtensions DisableDelayedExpansion

rem Programs are not searched in the current folder or in relative entries of PATH, which may be untrusted.
set "NoDefaultCurrentDirectoryInExePath=1"
call :home
set "AH_JAVA="
set "AH_ROOT="
set "AH_ARCHIVE="
set "AH_SEEN=Java not found."
if exist "%AH_HOME%\runtime\bin\java.exe" set "AH_JAVA=%AH_HOME%\runtime\bin\java.exe"
if defined AH_JAVA if exist "%AH_HOME%\runtime\lib\autoheal.archive" set "AH_ARCHIVE=%AH_HOME%\runtime\lib\autoheal.archive"

set "AH_ENTRIES="
if defined PATH set "AH_ENTRIES=%PATH:"=%"
set "PATH=%SystemRoot%\System32"
set "AH_ENTRY="
if defined JAVA_HOME set "AH_ENTRY=%JAVA_HOME:"=%"
call :absolute
set "AH_FOUND=%AH_ENTRY%\bin\java.exe"
if defined AH_ABSOLUTE call :try
if not defined AH_ENTRIES goto :jar
for %%P in ("%AH_ENTRIES:;=" "%") do (
  set "AH_ENTRY=%%~P"
  call :keep
)

:jar
if not defined AH_JAVA goto :no_java
set "AH_JAR=%AH_HOME%\autoheal.jar"
if not exist "%AH_HOME%\src\main\" goto :installed
set "AH_JAR=%AH_HOME%\target\autoheal.jar"
if not exist "%AH_JAR%" goto :build
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:AH_JAR).LastWriteTimeUtc; if (Get-ChildItem -LiteralPath ($env:AH_HOME + '\src\main'), ($env:AH_HOME + '\schemas'), ($env:AH_HOME + '\pom.xml') -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $jar } | Select-Object -First 1) { exit 9 }" <nul >nul 2>&1
if "%ERRORLEVEL%"=="9" goto :build
goto :run

:installed
if exist "%AH_JAR%" goto :run
>&2 echo autoheal: missing autoheal.jar in "%AH_HOME%"
goto :failed

rem Builds in a separate folder and moves the jar into place, so that no other build can disturb it.
:build
>&2 echo autoheal: building autoheal...
set "AH_WORK=%AH_HOME%\target\launcher.%RANDOM%%RANDOM%"
mkdir "%AH_WORK%" || goto :failed
if defined AH_ROOT set "JAVA_HOME=%AH_ROOT%"
pushd "%AH_HOME%"
call .\mvnw.cmd -q -B -ntp -Dquick -Denforcer.skip=true -Dmaven.test.skip=true "-Dbuild.dir=%%AH_WORK%%\build" package >"%AH_WORK%\log" 2>&1 <nul
popd
if not exist "%AH_WORK%\build\autoheal.jar" goto :build_failed
move /y "%AH_WORK%\build\autoheal.jar" "%AH_JAR%" >nul 2>&1 || goto :in_use
rmdir /s /q "%AH_WORK%"

:run
rem Options of the user may name another archive, and the JVM accepts only one.
set "AH_OPTIONS= "
if defined JAVA_TOOL_OPTIONS set "AH_OPTIONS=%JAVA_TOOL_OPTIONS:"=%"
if defined JDK_JAVA_OPTIONS set "AH_OPTIONS=%AH_OPTIONS% %JDK_JAVA_OPTIONS:"=%"
if defined AUTOHEAL_OPTS set "AH_OPTIONS=%AH_OPTIONS% %AUTOHEAL_OPTS:"=%"
if not "%AH_OPTIONS:AOT=%"=="%AH_OPTIONS%" set "AH_ARCHIVE="
if not "%AH_OPTIONS:Archive=%"=="%AH_OPTIONS%" set "AH_ARCHIVE="
if not "%AH_OPTIONS:-Xshare=%"=="%AH_OPTIONS%" set "AH_ARCHIVE="
set "AH_USE="
if defined AH_ARCHIVE set AH_USE="-XX:AOTCache=%AH_ARCHIVE%"
if not "%AH_JAR:;=%"=="%AH_JAR%" goto :semicolon
rem A JVM that does not start exits with 1, so findings have a different exit code until here.
"%AH_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -XX:+SuppressFatalErrorMessage -Xms32m -Xmx1g -Xss2m %AH_USE% %AUTOHEAL_OPTS% -Dautoheal.exit.findings=10 "-Dautoheal.launcher=%AH_HOME%\autoheal.cmd" -cp "%AH_JAR%" dev.autoheal.cli.Main %*
set "AH_CODE=%ERRORLEVEL%"
if "%AH_CODE%"=="0" exit /b 0
rem 130 is that of Ctrl+C.
for %%C in (2 3 130) do if "%AH_CODE%"=="%%C" goto :end
if not "%AH_CODE%"=="10" goto :crashed
set "AH_CODE=1"
goto :end

:crashed
>&2 echo autoheal: the JVM failed ("%AH_JAVA%", exit code %AH_CODE%); check AUTOHEAL_OPTS, free memory and "%AH_JAR%"
goto :failed

:build_failed
>&2 type "%AH_WORK%\log"
rmdir /s /q "%AH_WORK%"
>&2 echo autoheal: the build failed; see the log above
goto :failed

:in_use
rmdir /s /q "%AH_WORK%"
>&2 echo autoheal: cannot replace "%AH_JAR%", which is in use; end other runs of autoheal
goto :failed

:semicolon
>&2 echo autoheal: Java cannot read "%AH_JAR%" because of the semicolon in its path; move the folder
goto :failed

:no_java
>&2 echo autoheal: %AH_SEEN% Install JDK 17 or newer (e.g. from https://adoptium.net) and add it to the PATH or set JAVA_HOME.
goto :failed

rem Sets AH_HOME to the folder of this file. Outside of a subroutine, that of a name in quotes is the current folder.
:home
set "AH_HOME=%~dp0"
set "AH_HOME=%AH_HOME:~0,-1%"
exit /b 0

rem Adds the folder AH_ENTRY to PATH, and tries its Java, if its path is absolute.
:keep
call :absolute
if not defined AH_ABSOLUTE exit /b 0
set "PATH=%PATH%;%AH_ENTRY%"
set "AH_FOUND=%AH_ENTRY%\java.exe"

rem Uses the Java AH_FOUND if none was found before and it is new enough. Its file "release" avoids a start of Java.
:try
if defined AH_JAVA exit /b 0
if not exist "%AH_FOUND%" exit /b 0
set "AH_VERSION="
set "AH_MAJOR="
for %%D in ("%AH_FOUND%\..\..") do set "AH_ROOT=%%~fD"
if not exist "%AH_ROOT%\release" goto :ask
for /f "usebackq tokens=1,2 delims==" %%K in ("%AH_ROOT%\release") do if "%%K"=="JAVA_VERSION" set "AH_VERSION=%%~L"
:ask
if not defined AH_VERSION for /f "tokens=2,3" %%K in ('^""%%AH_FOUND%%" -version 2^>^&1^"') do if "%%K"=="version" set "AH_VERSION=%%~L"
if not exist "%AH_ROOT%\release" set "AH_ROOT="
if not defined AH_VERSION exit /b 0
for /f "tokens=1,2 delims=.-+_" %%K in ("%AH_VERSION%") do (
  set "AH_MAJOR=%%K"
  set "AH_MINOR=%%L"
)
if "%AH_MAJOR%"=="1" set "AH_MAJOR=%AH_MINOR%"
if not defined AH_MAJOR exit /b 0
if %AH_MAJOR% LSS 17 goto :too_old
set "AH_JAVA=%AH_FOUND%"
exit /b 0

:too_old
set AH_SEEN=Java %AH_MAJOR% ("%AH_FOUND%") is too old.
exit /b 0

rem Sets AH_ABSOLUTE when AH_ENTRY is an absolute path, on a drive or a share.
:absolute
set "AH_ABSOLUTE="
if not defined AH_ENTRY exit /b 0
set "AH_ENTRY=%AH_ENTRY:/=\%"
if "%AH_ENTRY:~1,2%"==":\" set "AH_ABSOLUTE=yes"
if "%AH_ENTRY:~0,2%"=="\\" set "AH_ABSOLUTE=yes"
exit /b 0

:failed
set "AH_CODE=3"
:end
rem After "exit /b", a command that is to run only on success would run too, unless "call" started this file.
"%SystemRoot%\System32\cmd.exe" /d /c exit %AH_CODE%
