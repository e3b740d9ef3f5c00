@echo off
rem Runs Maven with a JDK that can build TIKIT; the same rules as in the file mvnw.
rem   JAVA_HOME         the JDK to use; without it: javac on the PATH, then the usual folders
rem   TIKIT_MAVEN_HOME  the Maven to use; without it: the cached one, mvn on the PATH, else one is fetched
rem   MVNW_PINNED=1     insist on the pinned Maven
rem   MVNW_REPOURL      a Maven repository to fetch the pinned Maven from when there is no Maven at all
setlocal EnableExtensions DisableDelayedExpansion
set "PINNED=3.9.12"
set "PINNED_SHA512=0a1be79f02466533fc1a80abbef8796e4f737c46c6574ede5658b110899942a94db634477dfd3745501c80aef9aac0d4f841d38574373f7e2d24cce89d694f70"

call :find_jdk || exit /b 1
rem Maven itself uses what newer JDKs warn about; the console belongs to the build.
if %MAJOR% GEQ 24 set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED %MAVEN_OPTS%"
call :find_maven || exit /b 1
call "%MAVEN%" %*
exit /b %ERRORLEVEL%

:find_jdk
if defined JAVA_HOME (
  call :good_jdk "%JAVA_HOME%" && exit /b 0
  echo mvnw: JAVA_HOME is not a JDK 17 to 25: %JAVA_HOME%>&2
  exit /b 1
)
for /f "delims=" %%J in ('where javac 2^>nul') do call :good_jdk "%%~dpJ.." && exit /b 0
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :good_jdk "%%~fD" && exit /b 0
echo mvnw: no JDK 17 to 25 found: install one or set JAVA_HOME>&2
exit /b 1

rem The folder %1 is a JDK that we know to work; then JAVA_HOME is set to it.
:good_jdk
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "MAJOR="
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
if not defined MAJOR exit /b 1
set "MAJOR=%MAJOR:"=%"
if %MAJOR% LSS 17 exit /b 1
if %MAJOR% GTR 25 exit /b 1
set "JAVA_HOME=%~f1"
exit /b 0

:find_maven
if defined TIKIT_MAVEN_HOME (
  set "MAVEN=%TIKIT_MAVEN_HOME%\bin\mvn.cmd"
  if exist "%TIKIT_MAVEN_HOME%\bin\mvn.cmd" exit /b 0
  echo mvnw: TIKIT_MAVEN_HOME has no bin\mvn.cmd: %TIKIT_MAVEN_HOME%>&2
  exit /b 1
)
set "CACHE=%LOCALAPPDATA%\tikit"
set "MAVEN=%CACHE%\apache-maven-%PINNED%\bin\mvn.cmd"
if exist "%MAVEN%" exit /b 0
set "ONPATH="
for /f "delims=" %%M in ('where mvn.cmd 2^>nul') do if not defined ONPATH set "ONPATH=%%M"
if defined ONPATH if not defined MVNW_PINNED call :at_least_minimum && exit /b 0
goto fetch_pinned

rem The Maven on the PATH is 3.8.7 or newer; then MAVEN is set to it.
:at_least_minimum
set "NUMBER="
for /f "tokens=3" %%V in ('call "%ONPATH%" -B -v 2^>nul ^| findstr /c:"Apache Maven "') do if not defined NUMBER set "NUMBER=%%V"
for /f "tokens=1-3 delims=.-" %%A in ("%NUMBER%") do set /a "RANK=%%A*10000+%%B*100+%%C" 2>nul
if not defined RANK exit /b 1
if %RANK% LSS 30807 exit /b 1
set "MAVEN=%ONPATH%"
exit /b 0

rem Unpacks into a folder of its own and moves it, so that two starts at once do not disturb each other.
:fetch_pinned
set "PART=%CACHE%\.part.%RANDOM%%RANDOM%"
set "ARCHIVE=apache-maven-%PINNED%-bin.tar.gz"
if not defined MVNW_REPOURL if not defined ONPATH (
  echo mvnw: no Maven: install Maven 3.8.7 or newer, or set MVNW_REPOURL to a Maven repository>&2
  exit /b 1
)
mkdir "%PART%" || exit /b 1
echo mvnw: fetching Maven %PINNED%>&2
if defined MVNW_REPOURL (call :fetch_by_url) else (call :fetch_by_maven)
if errorlevel 1 (
  echo mvnw: could not fetch Maven %PINNED%>&2
  rmdir /s /q "%PART%"
  exit /b 1
)
move "%PART%\apache-maven-%PINNED%" "%CACHE%\" >nul 2>&1
rmdir /s /q "%PART%"
if exist "%MAVEN%" exit /b 0
echo mvnw: cannot write to %CACHE%>&2
exit /b 1

:fetch_by_url
curl -fsSL -o "%PART%\%ARCHIVE%" "%MVNW_REPOURL%/org/apache/maven/apache-maven/%PINNED%/%ARCHIVE%" || exit /b 1
certutil -hashfile "%PART%\%ARCHIVE%" SHA512 | findstr /i /x "%PINNED_SHA512%" >nul || exit /b 1
tar -xzf "%PART%\%ARCHIVE%" -C "%PART%"
exit /b %ERRORLEVEL%

:fetch_by_maven
pushd "%PART%"
call "%ONPATH%" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:unpack "-Dartifact=org.apache.maven:apache-maven:%PINNED%:tar.gz:bin" "-DoutputDirectory=%PART%" >nul
set "RESULT=%ERRORLEVEL%"
popd
exit /b %RESULT%
