package dev.outwork.engine.dmn;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * The FEEL texts of one document. Each is parsed once: the library would parse every cell anew for
 * each evaluation, which is most of the work.
 */
final class Feel {
  static final int MAX_TEXT_LENGTH = 10_000;
  static final int MAX_RANGE = 10_000;
  static final int MAX_LOOPS = 2;

  /** The iterations of ranges inside each other. */
  static final int MAX_ITERATIONS = 100_000;

  static final FeelEngineApi ENGINE =
      FeelEngineBuilder.forJava()
          // No value mappers from the class path.
          .withValueMapper(
              new CompositeValueMapper(
                  CollectionConverters.<CustomValueMapper>asScala(List.of(new JavaValueMapper()))
                      .toList()))
          .withEnabledExternalFunctions(false)
          .build();

  private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
  private final Map<String, ParsedExpression> unaryTests = new ConcurrentHashMap<>();
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** The names that the parsed texts can read. */
  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** Throws {@link DecisionException} if the text is not FEEL, or would leave FEEL. */
  ParsedExpression expression(String text) {
    return expressions.computeIfAbsent(text, any -> parse(text, ENGINE::parseExpression));
  }

  /** Throws {@link DecisionException} if the text is not FEEL, or would leave FEEL. */
  ParsedExpression unaryTests(String text) {
    return unaryTests.computeIfAbsent(text, any -> parse(text, ENGINE::parseUnaryTests));
  }

  private interface Parser {
    ParseResult parse(String text);
  }

  private ParsedExpression parse(String text, Parser parser) {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new DecisionException(
          "it has %d characters; at most %d are allowed".formatted(text.length(), MAX_TEXT_LENGTH));
    }
    try {
      ParseResult result = parser.parse(text);
      if (!result.isSuccess()) {
        // External functions are among the syntax that is refused.
        throw new DecisionException("it is not FEEL: " + result.failure().message());
      }
      check(result.parsedExpression().expression(), 0, 1);
      return result.parsedExpression();
    } catch (StackOverflowError tooDeep) {
      throw new DecisionException("it is nested too deeply", tooDeep);
    }
  }

  private void check(Object part, int loops, double iterations) {
    int inside = loops + loopsOf(part);
    if (inside > MAX_LOOPS) {
      throw new DecisionException(
          "it has more than %d loops inside each other".formatted(MAX_LOOPS));
    }
    double iterationsInside = iterations * iterationsOf(part);
    if (iterationsInside > MAX_ITERATIONS) {
      throw new DecisionException(
          "its loops over ranges have more than %d iterations".formatted(MAX_ITERATIONS));
    }
    if (part instanceof Ref ref) {
      names.add(ref.names().head());
    }
    if (part instanceof IterationContext range) {
      lengthOf(range);
    }
    if (part instanceof Product product) {
      checkAll(product.productIterator(), inside, iterationsInside);
    } else if (part instanceof Iterable<?> parts) {
      checkAll(parts.iterator(), inside, iterationsInside);
    }
  }

  private void checkAll(Iterator<?> parts, int loops, double iterations) {
    while (parts.hasNext()) {
      check(parts.next(), loops, iterations);
    }
  }

  private static int loopsOf(Object part) {
    return part instanceof Filter ? 1 : iteratorsOf(part).size();
  }

  // Several iterators of one loop are loops inside each other. The length of a list is not known
  // before the evaluation.
  private static double iterationsOf(Object part) {
    double iterations = 1;
    Iterator<Tuple2<String, Exp>> iterators = iteratorsOf(part).iterator();
    while (iterators.hasNext()) {
      if (iterators.next()._2() instanceof IterationContext range) {
        iterations *= lengthOf(range);
      }
    }
    return iterations;
  }

  private static camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> iteratorsOf(
      Object part) {
    if (part instanceof For loop) {
      return loop.iterators();
    }
    if (part instanceof SomeItem some) {
      return some.iterators();
    }
    if (part instanceof EveryItem every) {
      return every.iterators();
    }
    return camundajar.impl.scala.collection.immutable.List$.MODULE$.empty();
  }

  // The library creates a list of the range before the first step.
  private static double lengthOf(IterationContext range) {
    if (range.start() instanceof ConstNumber from && range.end() instanceof ConstNumber to) {
      double distance = Math.abs(to.value().toDouble() - from.value().toDouble());
      if (distance <= MAX_RANGE) {
        return distance + 1;
      }
    }
    throw new DecisionException(
        "it loops over a range whose bounds are not two numbers at most %d apart"
            .formatted(MAX_RANGE));
  }
}
