package dev.outwork.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
  private static final Path LAUNCHER =
      Path.of("..", "server-config", "payara-micro", "Start.java").toAbsolutePath().normalize();
  private static final int CLASS_FILES_OF_JAVA_99 = 143;

  @TempDir private Path directory;

  @Test
  void a_server_for_a_newer_java_is_refused_with_the_java_that_it_needs() throws Exception {
    Path micro = jar("payara-micro-9.jar", "fish.payara.micro.PayaraMicro");

    String said = start(micro);

    assertThat(said)
        .isEqualTo(
            "[outwork] payara-micro-9.jar needs JDK 99 or newer, and %s is JDK %d"
                .formatted(System.getProperty("java.home"), Runtime.version().feature()));
  }

  @Test
  void a_path_without_a_server_is_refused() throws Exception {
    Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
    Path library = jar("library.jar", null);

    assertThat(start(text)).startsWith("[outwork] File '" + text + "' is not Payara Micro: ");
    assertThat(start(library))
        .isEqualTo("[outwork] File '" + library + "' is not Payara Micro: it has no main class");
  }

  private String start(Path micro) throws IOException, InterruptedException {
    Path war = Files.writeString(directory.resolve("engine-rest.war"), "never read");
    Path output = directory.resolve("output");
    Process launcher =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                LAUNCHER.toString(),
                micro.toString(),
                war.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(launcher.waitFor()).isEqualTo(1);
    return Files.readString(output).strip();
  }

  /** A jar with the first bytes of a class that Java 99 has compiled. */
  private Path jar(String name, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (mainClass != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    }
    Path jar = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream content = new JarOutputStream(file, manifest)) {
      content.putNextEntry(new ZipEntry("fish/payara/micro/PayaraMicro.class"));
      content.write(
          ByteBuffer.allocate(8).putInt(0xCAFEBABE).putInt(CLASS_FILES_OF_JAVA_99).array());
    }
    return jar;
  }
}
