#!/usr/bin/env bash
# WildFly 39.0.1.Final: a class annotated only with a stereotype of its own module is a bean if the module is deployed
# by itself, and is none if the same module is part of an EAR.
#
# The archive is one EJB jar: a stereotype, a class with that stereotype, and a stateless session bean that injects the
# class. Its beans.xml asks for annotated classes (CDI 4.0, section 2.5.1: a stereotype is a bean defining annotation).
# Other bean defining annotations, such as @Dependent, are found in both places. So a stereotype in an EAR should be
# accompanied by one of those.
#
# Seen with JDK 17:
#   the EJB jar by itself: deployed
#   the same EJB jar in an EAR: failed, WELD-001408: Unsatisfied dependencies for type Part
#   in an EAR, and annotated with @Dependent as well: deployed
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait; rm -rf "$work"' EXIT
version=39.0.1.Final
cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
  -Dartifact=org.wildfly:wildfly-dist:$version:zip -DoutputDirectory="$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=jakarta.platform:jakarta.jakartaee-api:10.0.0 -DoutputDirectory="$work"
home=$work/wildfly-$version

# ejb_jar FILE ANNOTATIONS: the annotations are those of the class that is injected.
ejb_jar() {
  local sources=$work/sources-$RANDOM
  mkdir -p "$sources/acme" "$sources/out/META-INF"
  cat > "$sources/acme/Reusable.java" << 'JAVA'
package acme;

@jakarta.enterprise.inject.Stereotype
@jakarta.inject.Singleton
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE)
public @interface Reusable {}
JAVA
  cat > "$sources/acme/Part.java" << JAVA
package acme;

$2
public class Part {}
JAVA
  cat > "$sources/acme/Whole.java" << 'JAVA'
package acme;

@jakarta.ejb.Stateless
public class Whole {
  @jakarta.inject.Inject private Part part;
}
JAVA
  echo '<beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>' \
    > "$sources/out/META-INF/beans.xml"
  javac -cp "$work/jakarta.jakartaee-api-10.0.0.jar" -d "$sources/out" "$sources"/acme/*.java
  jar --create --file "$1" -C "$sources/out" .
}

# ear FILE JAR
ear() {
  jar --create --file "$1" -C "$(dirname "$2")" "$(basename "$2")"
}

mkdir -p "$work/plain" "$work/annotated"
ejb_jar "$work/plain/part.jar" "@Reusable"
ejb_jar "$work/annotated/part.jar" "@Reusable @jakarta.enterprise.context.Dependent"
ear "$work/plain/part-in.ear" "$work/plain/part.jar"
ear "$work/annotated/part-annotated-in.ear" "$work/annotated/part.jar"

LAUNCH_JBOSS_IN_BACKGROUND=true "$home/bin/standalone.sh" -Djboss.socket.binding.port-offset=$((10000 + RANDOM % 10000)) > "$work/log" 2>&1 &
server=$!

# deploy FILE: says what became of it.
deploy() {
  local target=$home/standalone/deployments/$(basename "$1")
  cp "$1" "$target"
  for _ in $(seq 240); do
    if [ -f "$target.deployed" ]; then
      echo deployed
      return
    fi
    if [ -f "$target.failed" ]; then
      echo "failed, $(grep -o 'WELD-[0-9]*: Unsatisfied dependencies for type Part' "$work/log" | head -1)"
      return
    fi
    sleep 0.5
  done
  echo "not deployed within two minutes"
}

alone=$(deploy "$work/plain/part.jar")
echo "the EJB jar by itself: $alone"
inside=$(deploy "$work/plain/part-in.ear")
echo "the same EJB jar in an EAR: $inside"
annotated=$(deploy "$work/annotated/part-annotated-in.ear")
echo "in an EAR, and annotated with @Dependent as well: $annotated"
[ "$alone" = deployed ]
[ "$inside" = "failed, WELD-001408: Unsatisfied dependencies for type Part" ]
[ "$annotated" = deployed ]
