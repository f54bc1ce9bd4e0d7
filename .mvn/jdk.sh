# Sourced by run and test: finds a JDK 21 or newer and exports JAVA_HOME. The default java may be older.

jdk_feature() { # prints the major version of the JDK in directory $1, nothing if it is no JDK
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

jdk_of_path() { # the home of the javac on PATH, through its links
  jdk_javac=$(command -v javac) || return 0
  jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null || echo "$jdk_javac")
  dirname "$(dirname "$jdk_javac")"
}

find_jdk() { # the first JDK that is new enough
  for jdk in "${JAVA_HOME:-}" "$(jdk_of_path)" /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/openjdk* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
      "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*; do
    [ -n "$jdk" ] || continue
    jdk_version=$(jdk_feature "$jdk")
    if [ -n "$jdk_version" ] && [ "$jdk_version" -ge 21 ]; then
      echo "$jdk"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk); then
  echo "Tulpar: no JDK 21 or newer was found (with javac): install one, for example Temurin 25, and point JAVA_HOME at it." >&2
  exit 1
fi
export JAVA_HOME
PATH=$JAVA_HOME/bin:$PATH
