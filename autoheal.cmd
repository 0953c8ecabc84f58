@echo off
rem Starts autoheal on Windows. The script "autoheal" does the same on other systems.
rem Exit code: that of autoheal; 3 if there is no Java 17 or newer, or if the JVM or the build fails.
rem AUTOHEAL_OPTS holds more options for the JVM.
setlocal EnableExtensions DisableDelayedExpansion

rem Programs are not searched in the current folder or in relative entries of PATH, which may be untrusted.
set "NoDefaultCurrentDirectoryInExePath=1"
set "AH_PATH=%SystemRoot%\System32"
set "AH_ENTRIES=%PATH:"=%"
for %%P in ("%AH_ENTRIES:;=" "%") do call :keep "%%~P"
set "PATH=%AH_PATH%"

set "AH_HOME=%~dp0"
set "AH_HOME=%AH_HOME:~0,-1%"
set "AH_JAVA="
set "AH_JAVA_HOME="
set "AH_SEEN=Java not found."
set "AH_ENTRY=%JAVA_HOME:"=%"
if defined JAVA_HOME call :absolute && call :try "%JAVA_HOME:"=%\bin\java.exe"
for /f "delims=" %%J in ('where $PATH:java.exe 2^>nul') do call :try "%%J"
if not defined AH_JAVA goto :no_java

set "AH_JAR=%AH_HOME%\target\autoheal.jar"
if not exist "%AH_HOME%\src\main\" goto :installed
if not exist "%AH_JAR%" goto :build
powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:AH_JAR).LastWriteTimeUtc; if (Get-ChildItem -LiteralPath ($env:AH_HOME + '\src\main'), ($env:AH_HOME + '\schemas'), ($env:AH_HOME + '\pom.xml') -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $jar } | Select-Object -First 1) { exit 9 }" <nul >nul 2>&1
if errorlevel 9 goto :build
goto :run

:installed
if exist "%AH_HOME%\autoheal.jar" set "AH_JAR=%AH_HOME%\autoheal.jar"
if exist "%AH_JAR%" goto :run
>&2 echo autoheal: missing autoheal.jar in "%AH_HOME%"
exit /b 3

rem Builds in a separate folder and moves the jar into place, so that no other build can disturb it.
:build
>&2 echo autoheal: building autoheal...
set "AH_WORK=%AH_HOME%\target\launcher.%RANDOM%%RANDOM%"
mkdir "%AH_WORK%" || exit /b 3
if defined AH_JAVA_HOME set "JAVA_HOME=%AH_JAVA_HOME%"
pushd "%AH_HOME%"
call "%AH_HOME%\mvnw.cmd" -q -B -ntp -Dquick -Denforcer.skip=true -Dmaven.test.skip=true "-Dbuild.dir=%AH_WORK%\build" package >"%AH_WORK%\log" 2>&1 <nul
popd
if not exist "%AH_WORK%\build\autoheal.jar" goto :build_failed
move /y "%AH_WORK%\build\autoheal.jar" "%AH_JAR%" >nul 2>&1 || goto :in_use
rmdir /s /q "%AH_WORK%"

:run
rem A JVM that does not start exits with 1, so findings have a different exit code until here.
"%AH_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -XX:ErrorFile=NUL -Xms32m -Xmx1g -Xss2m %AUTOHEAL_OPTS% -Dautoheal.exit.findings=10 -jar "%AH_JAR%" %*
set "AH_CODE=%ERRORLEVEL%"
if "%AH_CODE%"=="0" exit /b 0
if "%AH_CODE%"=="2" exit /b 2
if "%AH_CODE%"=="3" exit /b 3
if "%AH_CODE%"=="10" exit /b 1
>&2 echo autoheal: the JVM failed ("%AH_JAVA%", exit code %AH_CODE%); check AUTOHEAL_OPTS, free memory and "%AH_JAR%"
exit /b 3

:build_failed
>&2 type "%AH_WORK%\log"
rmdir /s /q "%AH_WORK%"
>&2 echo autoheal: the build failed; see the log above
exit /b 3

:in_use
rmdir /s /q "%AH_WORK%"
>&2 echo autoheal: cannot replace "%AH_JAR%", which is in use; end other runs of autoheal
exit /b 3

:no_java
>&2 echo autoheal: %AH_SEEN% Install JDK 17 or newer (e.g. from https://adoptium.net) and add it to the PATH or set JAVA_HOME.
exit /b 3

rem Adds the folder %1 to AH_PATH when its path is absolute.
:keep
set "AH_ENTRY=%~1"
call :absolute && set "AH_PATH=%AH_PATH%;%AH_ENTRY%"
exit /b 0

rem Succeeds when AH_ENTRY is an absolute path, on a drive or a share.
:absolute
if not defined AH_ENTRY exit /b 1
if "%AH_ENTRY:~1,2%"==":\" exit /b 0
if "%AH_ENTRY:~0,2%"=="\\" exit /b 0
exit /b 1

rem Uses the Java at %1 if none was found before and it is new enough. Its file "release" avoids a start of Java.
:try
if defined AH_JAVA exit /b 0
if not exist "%~1" exit /b 0
set "AH_VERSION="
set "AH_MAJOR="
if exist "%~dp1..\release" for /f "tokens=2 delims==" %%V in ('findstr /b /c:"JAVA_VERSION=" "%~dp1..\release"') do set "AH_VERSION=%%~V"
if not defined AH_VERSION for /f "tokens=3" %%V in ('call "%~1" -version 2^>^&1 ^| findstr /c:" version "') do set "AH_VERSION=%%~V"
if not defined AH_VERSION exit /b 0
for /f "tokens=1,2 delims=.-+_" %%A in ("%AH_VERSION%") do if "%%A"=="1" (set "AH_MAJOR=%%B") else (set "AH_MAJOR=%%A")
if not defined AH_MAJOR exit /b 0
if %AH_MAJOR% LSS 17 goto :too_old
set "AH_JAVA=%~1"
if exist "%~dp1..\release" for %%D in ("%~dp1..") do set "AH_JAVA_HOME=%%~fD"
exit /b 0

:too_old
set "AH_SEEN=Java %AH_MAJOR% ("%~1") is too old."
exit /b 0
