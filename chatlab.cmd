@echo off
rem Finds a JDK, builds the kit when it is not built or out of date, and hands over to the grader.
rem Its twin for Linux and macOS is chatlab: keep them alike.
setlocal EnableExtensions DisableDelayedExpansion
set "MINIMUM=21"
set "KIT=%~dp0"
set "KIT=%KIT:~0,-1%"
set "CHATLAB_STAMP=%KIT%\target\chatlab.stamp"
set "CHATLAB_LOCK=%KIT%\target\chatlab.lock"

call :find_jdk
if not defined JDK exit /b 2
call :out_of_date
if errorlevel 1 goto run
call :build
if errorlevel 1 exit /b %ERRORLEVEL%

:run
"%JDK%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+DisableAttachMechanism --enable-native-access=ALL-UNNAMED "-Dchatlabs.home=%KIT%" -cp "%KIT%\grader\target\classes;%KIT%\grader\target\lib\*" chatlabs.grader.cli.Main %*
exit /b %ERRORLEVEL%

rem --- A JDK ------------------------------------------------------------------------------------

rem Sets JDK to the folder of a JDK that is new enough; leaves it undefined after a message.
:find_jdk
set "JDK="
if defined CHATLABS_JAVA_HOME goto find_jdk_as_told
call :take_if_new_enough "%JAVA_HOME%"
if defined JDK exit /b 0
for %%t in (javac.exe) do set "TOOL=%%~$PATH:t"
if defined TOOL for %%t in ("%TOOL%") do call :take_if_new_enough "%%~dpt.."
if defined JDK exit /b 0
set "NEWEST=0"
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\OpenJDK\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%LOCALAPPDATA%\Programs\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :take_if_newer "%%~d"
for %%d in (openjdk temurin-lts-jdk temurin-jdk) do call :take_if_newer "%USERPROFILE%\scoop\apps\%%d\current"
if defined JDK exit /b 0
>&2 echo chatlab: no JDK %MINIMUM% or newer was found (in JAVA_HOME, on the PATH, in the usual places).
>&2 echo Install one:
>&2 echo   winget install EclipseAdoptium.Temurin.25.JDK
>&2 echo   or from https://adoptium.net
>&2 echo If you have one in a place of your own, say where: set CHATLABS_JAVA_HOME=C:\path\to\jdk
exit /b 0

:find_jdk_as_told
call :take_if_new_enough "%CHATLABS_JAVA_HOME%"
if not defined JDK >&2 echo chatlab: CHATLABS_JAVA_HOME is %CHATLABS_JAVA_HOME%: no JDK %MINIMUM% or newer there.
exit /b 0

:take_if_new_enough
call :look_at "%~1"
if %FEATURE% GEQ %MINIMUM% set "JDK=%~1"
exit /b 0

:take_if_newer
call :look_at "%~1"
if %FEATURE% LSS %MINIMUM% exit /b 0
if %FEATURE% LEQ %NEWEST% exit /b 0
set "NEWEST=%FEATURE%"
set "JDK=%~1"
exit /b 0

rem Sets FEATURE to the version (21, 25) of the JDK in folder %1; 0 when that is not a JDK.
:look_at
set "FEATURE=0"
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" for /f "delims=.-_+" %%v in ("%%~b") do set "FEATURE=%%v"
exit /b 0

rem --- The build --------------------------------------------------------------------------------

rem Exit status 0 when the kit has to be built, 1 when not.
rem A student's own code (labs\*\src\main) is no part of the kit: the grader compiles it itself.
:out_of_date
if not exist "%CHATLAB_STAMP%" exit /b 0
if not exist "%KIT%\grader\target\lib" exit /b 0
if not exist "%KIT%\grader\target\classes\chatlabs\grader\cli\Main.class" exit /b 0
powershell -NoProfile -NonInteractive -Command "Set-Location -LiteralPath $env:KIT; $built = (Get-Item -LiteralPath $env:CHATLAB_STAMP).LastWriteTimeUtc; $sources = 'pom.xml','grader/pom.xml','grader/src/main','labs/*/pom.xml','labs/*/src/test','solutions/*/pom.xml','solutions/*/src' | Where-Object { Test-Path $_ } | ForEach-Object { Get-Item $_; Get-ChildItem $_ -Recurse }; if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 3 }"
if %ERRORLEVEL% EQU 3 exit /b 0
exit /b 1

:build
where mvn >nul 2>nul
if errorlevel 1 goto no_maven
if not exist "%KIT%\target" mkdir "%KIT%\target"
set "WAITED=0"
:take_lock
mkdir "%CHATLAB_LOCK%" 2>nul
if not errorlevel 1 goto build_alone
if %WAITED% EQU 0 >&2 echo chatlab: another chatlab is building the kit; waiting for it...
if %WAITED% GEQ 600 goto still_locked
set /a WAITED+=1
ping -n 2 127.0.0.1 >nul
goto take_lock

:build_alone
call :out_of_date
if errorlevel 1 goto built
>&2 echo chatlab: building the kit, once (the first time this takes a minute or two, and downloads what it needs)...
rem As old as the build's beginning: what is saved during the build counts as newer.
type nul >"%CHATLAB_STAMP%.new"
set "JAVA_HOME=%JDK%"
call mvn -B -q -ntp -f "%KIT%\pom.xml" -Pkit -Dgrader.skipTests=true -Dlab.skipMain=true test-compile 1>&2
if errorlevel 1 goto build_failed
move /y "%CHATLAB_STAMP%.new" "%CHATLAB_STAMP%" >nul
>&2 echo chatlab: built.
:built
rmdir "%CHATLAB_LOCK%"
exit /b 0

:build_failed
rmdir "%CHATLAB_LOCK%"
>&2 echo chatlab: the kit could not be built: Maven says above why.
exit /b 1

:still_locked
>&2 echo chatlab: still waiting after 10 minutes. If no other chatlab runs, remove the folder %CHATLAB_LOCK% and try again.
exit /b 1

:no_maven
>&2 echo chatlab: the kit has to be built first, and that needs Maven (the command mvn), 3.8 or newer.
>&2 echo Install it: https://maven.apache.org/install.html  (or: scoop install maven, choco install maven)
exit /b 2
