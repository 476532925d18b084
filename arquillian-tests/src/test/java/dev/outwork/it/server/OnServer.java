package dev.outwork.it.server;

import java.io.File;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test over HTTP against the archive that users deploy, on the server that Arquillian starts. */
@ExtendWith(ArquillianExtension.class)
public abstract class OnServer {
  @ArquillianResource private URL context;

  @Deployment(testable = false)
  static WebArchive engine() {
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("engine.war")));
  }

  /** The engine that was deployed. */
  protected final Wire wire() {
    return new Wire(context.toString());
  }
}
