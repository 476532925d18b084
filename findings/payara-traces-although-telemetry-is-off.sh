#!/usr/bin/env bash
# Payara Micro 6.2025.10 begins a span of OpenTelemetry for each Jakarta REST request although telemetry and request
# tracing are off, which is the default. Nobody receives the span, but each request pays for it.
#
# The servlet that calls Jersey asks for a tracer, whereupon Payara keeps an SDK without processors for the application.
# From then on its listener in Jersey takes the application for one that is traced. A resource sees it by the API: in a
# request it runs below a valid span that is recording. -Dotel.sdk.disabled=true, which is the default, does not help,
# nor does the property jersey.config.server.disableAutoDiscovery: Jersey always looks for this listener, although with
# the property it no longer finds the feature for multipart bodies, for example.
#
# Seen with JDK 17, with and without -Dotel.sdk.disabled=true:
#   as it comes: valid=true recording=true
#   without discovery: valid=true recording=true
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait; rm -rf "$work"' EXIT
version=6.2025.10
port=${PORT:-28792}
cd "$work"
for artifact in fish.payara.extras:payara-micro:$version jakarta.platform:jakarta.jakartaee-api:10.0.0 \
  io.opentelemetry:opentelemetry-api:1.29.0 io.opentelemetry:opentelemetry-context:1.29.0; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact=$artifact -DoutputDirectory="$work"
done

cat > Asked.java <<'JAVA'
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Map;

@Path("/span")
public class Asked {
  @ApplicationPath("/discovering")
  public static class Discovering extends Application {}

  @ApplicationPath("/plain")
  public static class Plain extends Application {
    @Override
    public Map<String, Object> getProperties() {
      return Map.of("jersey.config.server.disableAutoDiscovery", true);
    }
  }

  @GET
  public String span() {
    Span span = Span.current();
    return "valid=" + span.getSpanContext().isValid() + " recording=" + span.isRecording();
  }
}
JAVA
mkdir -p asked/WEB-INF/classes
javac --release 17 -cp "jakarta.jakartaee-api-10.0.0.jar:opentelemetry-api-1.29.0.jar:opentelemetry-context-1.29.0.jar" \
  -d asked/WEB-INF/classes Asked.java
jar --create --file asked.war -C asked .

java ${JVM_OPTIONS:-} -jar payara-micro-$version.jar --deploy asked.war --contextroot asked --port "$port" --nocluster > log 2>&1 &
server=$!
until grep -q ' ready in ' log; do
  kill -0 "$server" || { cat log >&2; exit 1; }
  sleep 0.2
done
ask() { curl -s "http://localhost:$port/asked/$1/span"; }
ask discovering > /dev/null
echo "as it comes: $(ask discovering)"
echo "without discovery: $(ask plain)"
[ "$(ask discovering)" = 'valid=true recording=true' ]
[ "$(ask plain)" = 'valid=true recording=true' ]
