@echo off
rem Starts Lightfoot from a checkout: builds it on first use, then starts it.
setlocal
set "LF_ROOT=%~dp0"
if not exist "%LF_ROOT%app\target\lightfoot\built" (
  echo Building Lightfoot. The first time this takes a few minutes: the libraries are fetched too. 1>&2
  pushd "%LF_ROOT%"
  call mvnw.cmd -B -ntp -q -pl probes,app -am -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    echo lightfoot: the build failed; see the lines above. 1>&2
    exit /b 4
  )
  popd
  type nul > "%LF_ROOT%app\target\lightfoot\built"
)
call "%LF_ROOT%app\target\lightfoot\bin\lightfoot.cmd" %*
exit /b %ERRORLEVEL%
