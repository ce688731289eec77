@echo off
rem Starts Lightfoot from its distribution folder.
setlocal
set "LF_HOME=%~dp0.."
set "LF_JAVA="
for %%J in ("%LIGHTFOOT_JDK%" "%JAVA_HOME%") do if not defined LF_JAVA call :probe %%J
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%USERPROFILE%\.jdks\*25*") do if not defined LF_JAVA call :probe "%%~J"
if not defined LF_JAVA (
  echo lightfoot: a JDK 25 is needed and none was found; install one ^(for instance Temurin 25 from adoptium.net^) or set JAVA_HOME to it. 1>&2
  exit /b 2
)
set "LF_HEAP=-Xmx1536m -XX:MaxNewSize=192m"
for %%C in (probe stack resolve ingest receive snapshot convert) do if "%~1"=="%%C" set "LF_HEAP=-Xmx512m"
rem What measures or judges is too short for the second compiler to pay, which would be at work meanwhile.
set "LF_COMPILERS="
for %%C in (probe page resolve check compare findings) do if "%~1"=="%%C" set "LF_COMPILERS=-XX:TieredStopAtLevel=1"
"%LF_JAVA%" --module-path "%LF_HOME%\lib\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC %LF_HEAP% %LF_COMPILERS% -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-MergeStores -cp "%LF_HOME%\lib\*" dev.lightfoot.app.Main %*
exit /b %ERRORLEVEL%

:probe
if "%~1"=="" exit /b
if not exist "%~1\release" exit /b
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul && set "LF_JAVA=%~1\bin\java.exe"
exit /b
