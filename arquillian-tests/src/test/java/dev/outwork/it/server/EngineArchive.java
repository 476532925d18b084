package dev.outwork.it.server;

import dev.outwork.testkit.assertions.OutworkAssertions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The archive that users deploy on the server under test, with the classes of a test in it: on
 * Payara Micro the WAR, with the classes among its own; on the others the EAR, with the classes as
 * a WAR in it.
 */
public final class EngineArchive {
  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String AFTER_THE_MODULES = "<library-directory>";
  private static final String TEST_MODULE =
      "<module><web><web-uri>test.war</web-uri><context-root>/test</context-root></web></module>";

  private EngineArchive() {}

  /** The engine with a test, and what the test needs, to be run in its container. */
  public static Archive<?> with(Class<?>... classes) {
    return with(List.of(), classes);
  }

  /** The EAR as it is. */
  public static Archive<?> ear() {
    return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file("engine.ear"));
  }

  /** The archive with libraries beside the classes. */
  public static Archive<?> with(List<Class<?>> ofLibraries, Class<?>... classes) {
    File[] libraries = ofLibraries.stream().map(EngineArchive::jarOf).toArray(File[]::new);
    return ServerUnderTest.isPayaraMicro() ? war(libraries, classes) : ear(libraries, classes);
  }

  private static WebArchive war(File[] libraries, Class<?>... classes) {
    return withAssertions(ShrinkWrap.createFromZipFile(WebArchive.class, file("engine.war")))
        .addAsLibraries(libraries)
        .addClasses(classes);
  }

  private static EnterpriseArchive ear(File[] libraries, Class<?>... classes) {
    WebArchive test =
        withAssertions(ShrinkWrap.create(WebArchive.class, "test.war"))
            .addAsLibraries(libraries)
            .addClasses(classes)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsWebInfResource("jboss-ejb3.xml");
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file("engine.ear"));
    String descriptor =
        descriptorOf(ear).replace(AFTER_THE_MODULES, TEST_MODULE + AFTER_THE_MODULES);
    ear.delete(DESCRIPTOR);
    return ear.setApplicationXML(new StringAsset(descriptor))
        .addAsModule(Testable.archiveToTest(test));
  }

  private static WebArchive withAssertions(WebArchive archive) {
    return archive
        .addPackage(OutworkAssertions.class.getPackage())
        .addAsLibrary(jarOf(Assertions.class));
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static String descriptorOf(EnterpriseArchive ear) {
    try (InputStream content = ear.get(DESCRIPTOR).getAsset().openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + DESCRIPTOR + " of " + ear.getName(), e);
    }
  }

  private static File file(String property) {
    return new File(System.getProperty(property));
  }
}
