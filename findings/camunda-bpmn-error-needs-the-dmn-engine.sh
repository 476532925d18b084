#!/usr/bin/env bash
# camunda-engine 7.24.0: new BpmnError("code") fails without the DMN engine on the class path.
#
# A worker that reuses delegates has no engine, so one leaves out what only an engine needs. DelegateExecution,
# JavaDelegate and even ProcessEngineException work then. BpmnError does not: its constructor checks the code by a utility
# that makes the loggers of the whole engine, by reflection, and one of them names an exception of the DMN engine. So a
# delegate that raises a BPMN error ends in a NoClassDefFoundError, which no handler of BpmnError catches; and only the
# delegates that raise one do, so it shows late.
#
# Seen with JDK 17:
#   without camunda-engine-dmn: ProcessEngineException is made; BpmnError: java.lang.NoClassDefFoundError
#   with camunda-engine-dmn:    ProcessEngineException is made; BpmnError is made
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pom() {
  cat > "$work/$1.xml" << XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.camunda.bpm</groupId>
      <artifactId>camunda-engine</artifactId>
      <version>7.24.0</version>
      <exclusions>$2</exclusions>
    </dependency>
  </dependencies>
</project>
XML
  mvn -q -B -f "$work/$1.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$work/$1" -DincludeScope=runtime
}
pom whole ""
pom part "<exclusion><groupId>org.camunda.bpm.dmn</groupId><artifactId>camunda-engine-dmn</artifactId></exclusion>"
cat > "$work/Raise.java" << 'JAVA'
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BpmnError;

public class Raise {
  public static void main(String[] arguments) {
    System.out.print(attempt("ProcessEngineException", () -> new ProcessEngineException("none")));
    System.out.println("; " + attempt("BpmnError", () -> new BpmnError("late")));
  }

  static String attempt(String what, java.util.function.Supplier<Object> maker) {
    try {
      maker.get();
      return what + " is made";
    } catch (LinkageError e) {
      return what + ": " + e.getClass().getName();
    }
  }
}
JAVA
javac -cp "$work/whole/*" -d "$work" "$work/Raise.java"
part=$(java -cp "$work:$work/part/*" Raise 2> /dev/null)
whole=$(java -cp "$work:$work/whole/*" Raise 2> /dev/null)
echo "without camunda-engine-dmn: $part"
echo "with camunda-engine-dmn:    $whole"
[ "$part" = "ProcessEngineException is made; BpmnError: java.lang.NoClassDefFoundError" ]
[ "$whole" = "ProcessEngineException is made; BpmnError is made" ]
