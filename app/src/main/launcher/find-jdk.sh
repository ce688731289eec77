# Finds a JDK 25. Sourced by the launchers; sets jdk to its folder, or leaves it empty.
# Looked at, in this order: LIGHTFOOT_JDK, JAVA_HOME, the java on the PATH, the usual places.

is_jdk25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] &&
    grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

real_path() {
  readlink -f "$1" 2>/dev/null || printf '%s\n' "$1"
}

jdk=
on_path=$(command -v javac 2>/dev/null)
[ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(real_path "$on_path")")")
for candidate in "${LIGHTFOOT_JDK:-}" "${JAVA_HOME:-}" "$on_path" \
  /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
  "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
  "$HOME"/.local/share/mise/installs/java/* "$HOME"/.gradle/jdks/* \
  /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
  /Library/Java/JavaVirtualMachines/*/Contents/Home \
  "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if is_jdk25 "$candidate"; then
    jdk=$candidate
    break
  fi
done
