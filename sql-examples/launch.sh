# What the scripts beside this one share, which build a program and start it.
# They set name, here, root, jar and modules first.
# shellcheck shell=sh disable=SC2154

# A short run: no time for the second compiler, for more threads of the collector, or to move an
# archive of classes to another address.
options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable'
options="$options -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"

fail() {
  echo "$name: $1" >&2
  exit 2
}

# Sets java, its home, and its version, such as 17.0.15.
find_java() {
  java=java
  home=${JAVA_HOME:-}
  if [ -n "$home" ]; then
    java=$home/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $home, which has no bin/java; set it to a JDK (17 or newer), or unset it"
  fi
  command -v "$java" >/dev/null || fail 'needs Java 17 or newer; found none on the PATH, and JAVA_HOME is not set'
  if [ -z "$home" ]; then
    home=$(readlink -f -- "$(command -v java)")
    home=${home%/bin/*}
  fi
  version=$(sed -n 's/^JAVA_VERSION="\([^"]*\).*/\1/p' "$home/release" 2>/dev/null || true)
  feature=${version%%[!0-9]*}
  [ "${feature:-17}" -ge 17 ] || fail "needs Java 17 or newer; found $feature${JAVA_HOME:+ in JAVA_HOME, $JAVA_HOME}"
  [ -n "$version" ] || "$java" -version >/dev/null 2>&1 || fail "$java does not run${JAVA_HOME:+; JAVA_HOME is $JAVA_HOME}"
}

# Whether something is newer than the jar, of the sources and what else is given.
is_stale() {
  [ -f "$jar" ] || return 0
  for module in $modules; do
    set -- "$@" "$root/$module/pom.xml" "$root/$module/src/main"
  done
  newer=$(find "$root/pom.xml" "$@" -newer "$jar")
  [ -n "$newer" ]
}

# Builds the jar with these options of Maven.
build() {
  command -v mvn >/dev/null || fail 'needs Maven to build itself; found none'
  [ -x "$home/bin/javac" ] || command -v javac >/dev/null ||
    fail "needs a JDK to build itself; $home has no bin/javac"
  echo "$name: building (once, and after changes) …" >&2
  list=$(echo "$modules" | tr ' ' ,)
  # Maven resets colors at its end even where it used none.
  escape=$(printf '\033')
  status=$(
    {
      {
        code=0
        (cd "$root" && mvn -B -q "$@" -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip -Dmaven.javadoc.skip -Dmaven.source.skip -pl "$list" package) 2>&1 || code=$?
        echo $code >&3
      } | sed "s/$escape\\[[0-9;]*m//g" >&2
    } 3>&1
  )
  [ "$status" = 0 ] || fail "the build failed; mvn -B${profile:+ $profile} verify in $root tells more"
  touch "$jar" # Maven leaves a jar alone whose content stays the same
}

# Sets archive to one of classes that need no loading, with which a start takes half as long, or
# to nothing. If there is none, one is made beside this start: by Java with these arguments, which
# run what people run, and a folder for their files. What fails is told in a log beside the
# archive, and tried again after a day or a build.
find_archive() {
  archive=$here/target/$name-$version.jsa
  if ! is_archive && ! [ -w "$here/target" ]; then
    find_cache || return 0
  fi
  if ! is_archive; then
    if may_try "$archive.log"; then
      make_archive "$archive" "$@" </dev/null >"$archive.log" 2>&1 &
    fi
    archive=
  fi
}

is_archive() {
  [ -r "$archive" ] && ! [ "$jar" -nt "$archive" ]
}

# Where the checkout cannot be written. An archive is code: nobody else may put it there.
find_cache() {
  case ${XDG_CACHE_HOME:-} in
  /*) cache=$XDG_CACHE_HOME/bedrock-jobs ;;
  *) cache=${HOME:-}/.cache/bedrock-jobs ;;
  esac
  archive=
  umask 077
  # shellcheck disable=SC3067 # where -O is not known, there is no archive
  mkdir -p -- "$cache" 2>/dev/null && [ -O "$cache" ] && [ -w "$cache" ] || return 1
  archive=$cache/$name-$version-$(printf '%s' "$jar" | cksum | tr ' ' -).jsa
}

# Whether there is no such log of this jar and day; makes it then, so that only one start tries.
may_try() {
  if [ -f "$1" ]; then
    [ -n "$(find "$1" \( -mtime +0 -o ! -newer "$jar" \) 2>/dev/null)" ] || return 1
    rm -f "$1"
  fi
  (set -C && : >"$1") 2>/dev/null
}

make_archive() {
  made=$1
  shift
  trap '' HUP # the terminal may go
  cd "$here" # and where it was
  files=$(mktemp -d)
  code=0
  # A list first: an archive at the end of a run would leave out classes of old versions.
  # shellcheck disable=SC2086 # options are words
  {
    BEDROCK_JOBS_URL='' nice -n 19 "$java" $options "-XX:DumpLoadedClassList=$files/classes" "$@" "$files" &&
      nice -n 19 "$java" $options -Xshare:dump "-XX:SharedClassListFile=$files/classes" "-XX:SharedArchiveFile=$made.$$" -cp "$jar"
  } || code=$?
  rm -rf "$files"
  if [ $code = 0 ] && mv -f "$made.$$" "$made"; then
    rm -f "$made.log"
    find "${made%/*}" -name "$name-*.jsa" -atime +30 -exec rm -f {} +
  else
    rm -f "$made.$$"
    echo "There is no archive of classes; its training ended with status $code."
  fi
}

# Becomes the program. In a locale without an encoding, it would not see what arguments say.
start() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
  esac
  # shellcheck disable=SC2086 # options are words
  exec "$java" $options ${archive:+"-XX:SharedArchiveFile=$archive"} -jar "$jar" "$@"
}
