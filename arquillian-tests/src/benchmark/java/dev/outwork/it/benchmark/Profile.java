package dev.outwork.it.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Says whose code a server executes: each sample of a flight recording belongs to the innermost
 * frame of a known owner, so that a map of the JDK is a cost of who asks it. Samples are of Java
 * code alone: what a thread does in the kernel, and the compiler and the garbage collector, are not
 * among them.
 */
final class Profile {
  private static final String SAMPLE = "jdk.ExecutionSample";

  /** The first that fits; the packages of a sub-project come before those of its project. */
  private static final Map<String, String> OWNERS = new LinkedHashMap<>();

  static {
    OWNERS.put("dev.outwork.rest.", "Outwork: REST resources");
    OWNERS.put("dev.outwork.", "Outwork: engine");
    OWNERS.put("org.glassfish.jersey.", "JAX-RS (Jersey)");
    OWNERS.put("org.jboss.resteasy.", "JAX-RS (RESTEasy)");
    OWNERS.put("com.fasterxml.jackson.", "JSON (Jackson)");
    OWNERS.put("org.glassfish.grizzly.", "HTTP (Grizzly)");
    OWNERS.put("io.undertow.", "HTTP and servlets (Undertow)");
    OWNERS.put("org.xnio.", "HTTP and servlets (Undertow)");
    OWNERS.put("org.apache.catalina.", "servlets (Catalina)");
    OWNERS.put("org.apache.naming.", "servlets (Catalina)");
    OWNERS.put("org.postgresql.", "JDBC driver");
    OWNERS.put("org.jboss.weld.", "CDI (Weld)");
    OWNERS.put("org.glassfish.weld.", "CDI (Weld)");
    OWNERS.put("org.eclipse.persistence.", "JPA");
    OWNERS.put("org.hibernate.", "JPA");
    OWNERS.put("org.jvnet.hk2.", "registry of the server (HK2)");
    OWNERS.put("org.glassfish.hk2.", "registry of the server (HK2)");
    OWNERS.put("com.sun.gjc.", "connection pool of the server");
    OWNERS.put("com.sun.enterprise.resource.", "connection pool of the server");
    OWNERS.put("com.sun.enterprise.connectors.", "connection pool of the server");
    OWNERS.put("org.jboss.jca.", "connection pool of the server");
    OWNERS.put("com.sun.ejb.", "EJB container");
    OWNERS.put("org.glassfish.ejb.", "EJB container");
    OWNERS.put("org.jboss.as.ejb3.", "EJB container");
    OWNERS.put("com.sun.jts.", "JTA");
    OWNERS.put("com.sun.enterprise.transaction.", "JTA");
    OWNERS.put("com.arjuna.", "JTA");
    OWNERS.put("fish.payara.", "other services of the server");
    OWNERS.put("com.sun.", "other services of the server");
    OWNERS.put("org.glassfish.", "other services of the server");
    OWNERS.put("org.jboss.", "other services of the server");
    OWNERS.put("org.wildfly.", "other services of the server");
  }

  private final long pid;

  private Profile(long pid) {
    this.pid = pid;
  }

  /**
   * Begins to record, which makes the compiler start anew: what is to be measured warm comes after
   * a warm-up.
   *
   * @param pid of a JVM of this user
   */
  static Profile start(long pid) {
    Profile profile = new Profile(pid);
    profile.jcmd("JFR.start", "name=benchmark", "settings=profile");
    return profile;
  }

  /**
   * Does some work.
   *
   * @return a table of owners and their shares of the samples meanwhile, in Markdown
   */
  String of(Runnable work) {
    Instant begin = Instant.now();
    work.run();
    try {
      Path file = Files.createTempFile("profile", ".jfr");
      jcmd("JFR.dump", "name=benchmark", "filename=" + file);
      String table = table(file, begin);
      Files.delete(file);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String table(Path recording, Instant begin) throws IOException {
    Map<String, Long> samples =
        RecordingFile.readAllEvents(recording).stream()
            .filter(event -> event.getEventType().getName().equals(SAMPLE))
            .filter(event -> event.getStartTime().isAfter(begin))
            .collect(Collectors.groupingBy(Profile::owner, Collectors.counting()));
    long all = samples.values().stream().mapToLong(Long::longValue).sum();
    return samples.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(one -> "| %s | %.0f %% |".formatted(one.getKey(), 100.0 * one.getValue() / all))
        .collect(
            Collectors.joining(
                "\n", "| owner | share of %,d samples |%n|---|---|%n".formatted(all), "\n"));
  }

  private static String owner(RecordedEvent sample) {
    if (sample.getStackTrace() == null) {
      return "unknown";
    }
    return sample.getStackTrace().getFrames().stream()
        .map(Profile::owner)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("the JDK's own threads");
  }

  private static Optional<String> owner(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return OWNERS.entrySet().stream()
        .filter(owner -> type.startsWith(owner.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void jcmd(String... command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    ProcessBuilder process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid));
    process.command().addAll(List.of(command));
    try {
      Process running = process.redirectErrorStream(true).start();
      String said = new String(running.getInputStream().readAllBytes(), UTF_8);
      if (running.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
