# Sets JAVA_HOME to a JDK 25, or else a later one, wherever this machine keeps its JDKs; the default may be older.
find_jdk() {
  local home version wanted candidates
  candidates=("${JAVA_HOME:-}")
  if command -v javac >/dev/null; then
    candidates+=("$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")")
  fi
  candidates+=(/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home)
  for wanted in exactly later; do
    for home in "${candidates[@]}"; do
      if [[ -x $home/bin/javac && -r $home/release ]]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [[ $wanted == exactly && $version -eq 25 ]] || [[ $wanted == later && $version -gt 25 ]]; then
          export JAVA_HOME=$home
          return
        fi
      fi
    done
  done
  echo "Trellis needs a JDK 25 and found none. Install one (Debian and Ubuntu: apt install openjdk-25-jdk-headless; or https://adoptium.net), or set JAVA_HOME to it." >&2
  exit 1
}

find_maven() {
  if ! command -v mvn >/dev/null; then
    echo "Trellis needs Maven 3.8.7 or later and found none. Install it (Debian and Ubuntu: apt install maven; or https://maven.apache.org)." >&2
    exit 1
  fi
}
