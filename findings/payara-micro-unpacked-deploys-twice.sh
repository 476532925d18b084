#!/usr/bin/env bash
# Payara Micro 6.2025.10, unpacked with --outputLauncher: from its second start on, it deploys the archive of --deploy
# twice. The application answers, is gone for as long as a deployment takes, and answers again.
#
# A start leaves the application in the folder "applications". The next start loads it from there at once, and then
# deploys the archive over it. Payara Micro logs "ready" after the second deployment only, but a probe that asks the
# application has had its answer before. Without that folder a start is like the first one. The packed jar is not
# affected: it unpacks itself into a new temporary folder each time.
#
# Seen with JDK 17 (statuses of GET, without repetitions, and how often the log says that it loads the application):
#   first start: 404 200, loaded 1 time
#   second start: 404 200 404 200, loaded 2 times; sometimes 503 appears before the second 404
#   second start after "applications" was removed: 404 200, loaded 1 time
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait; rm -rf "$work"' EXIT
version=6.2025.10
port=${PORT:-28791}
cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=fish.payara.extras:payara-micro:$version -DoutputDirectory="$work"
java -jar payara-micro-$version.jar --rootDir micro --outputLauncher > unpack.log 2>&1

mkdir -p hello/WEB-INF
echo '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"/>' > hello/WEB-INF/web.xml
echo hello > hello/index.html
jar --create --file hello.war -C hello .

# Prints how often the application was loaded by one start.
start() {
  : > "$1.log"
  java -jar micro/launch-micro.jar --deploy hello.war --contextroot hello --port "$port" --nocluster >> "$1.log" 2>&1 &
  server=$!
  local statuses='' last='' status
  until grep -q ' ready in ' "$1.log" && [ "$last" = 200 ]; do
    kill -0 "$server" || { cat "$1.log" >&2; exit 1; }
    status=$(curl -s -m 2 -o page -w '%{http_code}' "http://localhost:$port/hello/index.html" || true)
    if [ "$status" != "$last" ] && [ "$status" != 000 ]; then
      statuses+="$status "
      last=$status
    fi
    sleep 0.05
  done
  kill "$server"
  wait "$server" || true
  server=
  loaded=$(grep -c 'Loading application \[hello\] at' "$1.log")
  echo "$1: ${statuses% }, loaded $loaded times"
}

start first
[ "$loaded" = 1 ]
start second
[ "$loaded" = 2 ]
rm -r micro/applications
start cleaned
[ "$loaded" = 1 ]
