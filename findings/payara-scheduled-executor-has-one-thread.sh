#!/usr/bin/env bash
# Payara Micro 6.2025.10: the default ManagedScheduledExecutorService has one thread, the default
# ManagedExecutorService has many; both are configured alike (core-pool-size="0", long-running-tasks="true").
#
# A task of the scheduled one that waits for a second task of it waits for ever: the second never begins, whichever
# application it is from, because the executor is the server's. So a task that waits for a database or a socket keeps
# every time-out and every delayed task of the whole server. An executor of the other kind, or threads of a
# ManagedThreadFactory, are the way to do what may wait; the timer should only hand over.
#
# Seen with JDK 17:
#   ManagedExecutorService: the second task ran beside the first
#   ManagedScheduledExecutorService: the second task did not begin within 5 s
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait; rm -rf "$work"' EXIT
for artifact in fish.payara.extras:payara-micro:6.2025.10 jakarta.platform:jakarta.jakartaee-api:10.0.0; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact=$artifact -DoutputDirectory="$work"
done
mkdir -p "$work/classes" "$work/war/WEB-INF/classes"
cat > "$work/TwoTasks.java" << 'JAVA'
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
import java.io.IOException;
import java.util.concurrent.*;

@WebServlet("/two-tasks")
public class TwoTasks extends HttpServlet {
  @Resource private ManagedExecutorService plain;
  @Resource private ManagedScheduledExecutorService scheduled;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().println("ManagedExecutorService: " + play(plain));
    response.getWriter().println("ManagedScheduledExecutorService: " + play(scheduled));
  }

  private static String play(ExecutorService executor) {
    CountDownLatch second = new CountDownLatch(1);
    Future<Boolean> first = executor.submit(() -> second.await(5, TimeUnit.SECONDS));
    executor.submit(second::countDown);
    try {
      return first.get() ? "the second task ran beside the first" : "the second task did not begin within 5 s";
    } catch (InterruptedException | ExecutionException e) {
      return e.toString();
    }
  }
}
JAVA
javac -cp "$work/jakarta.jakartaee-api-10.0.0.jar" -d "$work/war/WEB-INF/classes" "$work/TwoTasks.java"
jar --create --file "$work/two.war" -C "$work/war" .
port=$((20000 + RANDOM % 20000))
java -jar "$work/payara-micro-6.2025.10.jar" --deploy "$work/two.war" --contextroot / --port $port --nocluster \
  > "$work/log" 2>&1 &
server=$!
for _ in $(seq 120); do
  curl -sf --max-time 30 "http://localhost:$port/two-tasks" > "$work/answer" && break
  sleep 1
done
cat "$work/answer"
grep -q '^ManagedExecutorService: the second task ran beside the first' "$work/answer"
grep -q '^ManagedScheduledExecutorService: the second task did not begin within 5 s' "$work/answer"
