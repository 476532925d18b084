package dev.outwork.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A constructor with many parameters, of which some have the same type, compiles with two of them
 * swapped. So there is one place that calls it; a type that several places create is grouped, or
 * has a builder.
 */
class PositionalArgumentsTest {
  private static final int MOST = 8;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.outwork.engine", "dev.outwork.api");

  @Test
  void a_type_with_many_components_is_created_in_one_place() {
    List<JavaConstructor> wide =
        CLASSES.stream()
            .flatMap(type -> type.getConstructors().stream())
            .filter(PositionalArgumentsTest::canBeSwapped)
            .toList();

    assertThat(wide).isNotEmpty();
    assertThat(wide).allSatisfy(type -> assertThat(placesThatCall(type)).hasSizeLessThan(2));
  }

  private static boolean canBeSwapped(JavaConstructor constructor) {
    List<JavaClass> types = constructor.getRawParameterTypes();
    return types.size() > MOST && new HashSet<>(types).size() < types.size();
  }

  /** Except the type itself, whose builders and withers stand beside the components. */
  private static Set<String> placesThatCall(JavaConstructor constructor) {
    JavaClass self = outermost(constructor.getOwner());
    return constructor.getAccessesToSelf().stream()
        .filter(call -> !outermost(call.getOriginOwner()).equals(self))
        .map(call -> call.getOrigin())
        .map(JavaCodeUnit::getFullName)
        .collect(Collectors.toSet());
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }
}
