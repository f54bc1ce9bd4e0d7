# Sourced by the commands beside it: goes to the tree's root, finds a JDK, builds the module when it is stale.
set -eu
cd "$(dirname "$0")/.."
. .mvn/jdk.sh
if [ ! -d bench/target/lib ] || [ -n "$(find bench/src bench/pom.xml -newer bench/target/lib -print | head -n 1)" ]; then
  ./mvnw -q -B package -Dmaven.test.skip=true -pl bench -am
  touch bench/target/lib
fi
