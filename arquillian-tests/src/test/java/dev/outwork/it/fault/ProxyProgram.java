package dev.outwork.it.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Proxies as Debian packages them, and how one is started beside those of the system. What is
 * written here is what Debian's own files say, but for their folders.
 */
enum ProxyProgram {
  NGINX("nginx") {
    @Override
    List<String> command(Path directory, int port) {
      return List.of(
          "nginx",
          "-p",
          directory.toString(),
          "-c",
          directory.resolve("nginx.conf").toString(),
          "-g",
          "daemon off; pid %s;".formatted(directory.resolve("pid")));
    }
  },

  HAPROXY("haproxy") {
    @Override
    List<String> command(Path directory, int port) {
      return List.of("haproxy", "-f", directory.resolve("haproxy.cfg").toString());
    }
  },

  APACHE("apache2") {
    private static final String AROUND =
        """
        ServerRoot %1$s
        DefaultRuntimeDir %1$s
        PidFile pid
        ErrorLog error.log
        ServerName localhost
        User www-data
        Group www-data
        LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
        LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
        LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
        LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
        Include outwork.conf
        """;

    @Override
    void prepare(Path directory) throws IOException {
      Files.writeString(directory.resolve("apache2.conf"), AROUND.formatted(directory));
    }

    @Override
    List<String> command(Path directory, int port) {
      return List.of("apache2", "-f", directory.resolve("apache2.conf").toString(), "-DFOREGROUND");
    }
  },

  CADDY("caddy") {
    @Override
    List<String> command(Path directory, int port) {
      // Otherwise it stores its configuration for the next start.
      String home = "XDG_DATA_HOME=%1$s XDG_CONFIG_HOME=%1$s".formatted(directory);
      return Stream.concat(
              Stream.of("env"),
              Stream.concat(
                  Stream.of(home.split(" ")),
                  Stream.of(
                      "caddy",
                      "run",
                      "--adapter",
                      "caddyfile",
                      "--config",
                      directory.resolve("Caddyfile").toString())))
          .toList();
    }
  },

  VARNISH("varnishd") {
    @Override
    List<String> command(Path directory, int port) {
      return List.of(
          "varnishd",
          "-F",
          "-a",
          "127.0.0.1:" + port,
          "-T",
          "none",
          "-f",
          directory.resolve("outwork.vcl").toString(),
          "-n",
          directory.resolve("work").toString());
    }
  },

  TRAFFICSERVER("traffic_server") {
    private static final String PLACES =
        """
        prefix: %1$s
        exec_prefix: /usr
        bindir: /usr/bin
        sysconfdir: %1$s
        localstatedir: %1$s
        runtimedir: %1$s/run
        logdir: %1$s/log
        cachedir: %1$s/cache
        libexecdir: /usr/lib/trafficserver/modules
        """;
    private static final String USER = "CONFIG proxy.config.admin.user_id STRING trafficserver\n";

    @Override
    void prepare(Path directory) throws IOException {
      Files.createFile(directory.resolve("storage.config"));
      for (String folder : List.of("run", "log", "cache")) {
        ReverseProxy.open(Files.createDirectory(directory.resolve(folder)));
      }
      Files.writeString(directory.resolve("runroot.yaml"), PLACES.formatted(directory));
      Files.copy(Path.of("/etc/trafficserver/ip_allow.yaml"), directory.resolve("ip_allow.yaml"));
      if (System.getProperty("user.name").equals("root")) {
        Files.writeString(directory.resolve("records.config"), USER, StandardOpenOption.APPEND);
      }
    }

    @Override
    List<String> command(Path directory, int port) {
      return List.of("traffic_server", "--run-root=" + directory.resolve("runroot.yaml"));
    }
  };

  private final String program;

  ProxyProgram(String program) {
    this.program = program;
  }

  /** The folder with its configuration. */
  String files() {
    return toString();
  }

  /** Writes what the system has around that configuration. */
  void prepare(Path directory) throws IOException {}

  abstract List<String> command(Path directory, int port);

  boolean isThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
