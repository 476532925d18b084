#!/usr/bin/env bash
# camunda-engine 7.24.0: a cron text with a year is deployed, and fails when its timer is set.
#
# The manual points to Quartz for cron texts in timeCycle, and Quartz has a seventh field for the year. The deployment of
# a process whose timer event has one succeeds. The token that reaches the timer fails: the engine reads the text by
# cron-utils with a definition of six fields (since 7.23; it was Quartz's own class before). So the instance does not
# start, or the work before the timer cannot be completed.
#
# Seen with JDK 17:
#   0 30 8 ? * MON:      deployed, started
#   0 30 8 ? * MON 2099: deployed, not started: Cron expression contains 7 parts but we expect one of [6]
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/pom.xml" << 'XML'
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
    </dependency>
    <dependency>
      <groupId>com.h2database</groupId>
      <artifactId>h2</artifactId>
      <version>2.3.232</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory="$work/lib" -DincludeScope=runtime
cat > "$work/Cron.java" << 'JAVA'
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

public class Cron {
  public static void main(String[] arguments) {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    ProcessEngine engine = configuration.buildProcessEngine();
    String six = attempt(engine, "six", "0 30 8 ? * MON");
    String seven = attempt(engine, "seven", "0 30 8 ? * MON 2099");
    boolean asDescribed =
        six.equals("deployed, started")
            && seven.startsWith("deployed, not started: ")
            && seven.contains("7 parts but we expect one of [6]");
    System.exit(asDescribed ? 0 : 1);
  }

  static String attempt(ProcessEngine engine, String key, String cron) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "timer.bpmn",
            Bpmn.createExecutableProcess(key)
                .startEvent()
                .intermediateCatchEvent()
                .timerWithCycle(cron)
                .endEvent()
                .done())
        .deploy();
    String seen = "deployed, " + start(engine, key);
    System.out.println(cron + ": " + seen);
    return seen;
  }

  static String start(ProcessEngine engine, String key) {
    try {
      engine.getRuntimeService().startProcessInstanceByKey(key);
      return "started";
    } catch (RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return "not started: " + cause.getMessage();
    }
  }
}
JAVA
java -cp "$work/lib/*" "$work/Cron.java" 2> /dev/null
