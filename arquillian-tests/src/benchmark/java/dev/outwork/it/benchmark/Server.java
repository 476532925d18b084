package dev.outwork.it.benchmark;

import dev.outwork.it.server.Archives;
import dev.outwork.it.server.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

/** A Payara Micro with an archive, on a PostgreSQL of its own. */
record Server(Database database, Node node, Row boot) implements AutoCloseable {
  // The file's name is the address of the API.
  private static final String FILE_NAME = "engine-rest.war";

  /**
   * Starts an archive on an empty database.
   *
   * @param name of its log
   */
  static Server start(String name, Path archive, String collation, String... jvmOptions)
      throws IOException, SQLException {
    Path copy = Path.of(System.getProperty("work.directory"), name, FILE_NAME);
    Files.createDirectories(copy.getParent());
    Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING);
    Database database = Database.start(collation);
    long began = System.nanoTime();
    double databaseBefore = database.cpu();
    Node node =
        Node.start(name, new Archives(List.of(copy.toString())), database.settings(), jvmOptions);
    Usage used =
        new Usage(
            System.nanoTime() - began,
            Cpu.ofTree(node.pid()),
            Cpu.compiling(node.pid()),
            database.cpu() - databaseBefore,
            0,
            0,
            0);
    Row boot = new Row("start of the server to its first answer", "starts", 1, used, Goal.NONE, "");
    return new Server(database, node, boot.taking(used.seconds() * 1_000));
  }

  Bench bench() {
    return new Bench(new Engine(node.rest().root()), node.pid(), database);
  }

  @Override
  public void close() throws IOException {
    try (database) {
      node.close();
    }
  }
}
