#!/usr/bin/env bash
# Extracts the library of server.xml from an archive: the data source class and the drivers.
#
#   library.sh outwork.ear wlp/usr/servers/outwork
set -euo pipefail
ear=$(realpath "$1")
mkdir -p "$2/outwork"
cd "$2/outwork"
rm -rf dev lib
jar xf "$ear" engine-ejb.jar lib
find lib -type f ! -name 'com.h2database-*' ! -name 'org.postgresql-*' -delete
jar tf engine-ejb.jar | grep -E '^dev/outwork/engine/database/(OutworkDataSource|EmbeddedDatabase|Pooler|Dialect|Settings)(\$.*)?\.class$' |
  xargs -d '\n' jar xf engine-ejb.jar
rm engine-ejb.jar
