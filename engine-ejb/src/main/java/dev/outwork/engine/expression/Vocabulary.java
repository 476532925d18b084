package dev.outwork.engine.expression;

import dev.outwork.api.ProcessEngineException;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that an expression can call: a fixed table. Methods that are not in it do not exist,
 * whatever Java offers.
 */
final class Vocabulary {
  private static final int NEAREST = 3;

  private static final List<Method> ALL =
      Stream.of(
              Functions.ALL,
              ExecutionMethods.ALL,
              ExternalTaskMethods.ALL,
              TextMethods.ALL,
              CollectionMethods.ALL,
              PlainMethods.ALL,
              DateTimeMethods.ALL,
              CurrentUser.METHODS,
              SpinJsonMethods.ALL,
              SpinXmlMethods.ALL,
              DecisionResultMethods.ALL)
          .flatMap(Collection::stream)
          .toList();

  private static final Map<String, List<Method>> BY_NAME =
      ALL.stream().collect(Collectors.groupingBy(Method::name));

  private Vocabulary() {}

  static List<Method> all() {
    return ALL;
  }

  /**
   * The kind of a call's result, as far as it is known before the call. Throws {@link
   * ExpressionException} with the rest of a sentence if this kind has no such method.
   */
  static Kind result(Kind receiver, String name, int arity) {
    List<Method> ofName =
        BY_NAME.getOrDefault(name, List.of()).stream()
            .filter(method -> fits(method, receiver))
            .toList();
    List<Kind> results =
        ofName.stream()
            .filter(method -> method.arity() == arity)
            .map(Method::result)
            .distinct()
            .toList();
    if (results.isEmpty()) {
      throw new ExpressionException(
          ofName.isEmpty() ? unknown(receiver, name) : wrongArity(ofName, name, arity));
    }
    return results.size() == 1 ? results.get(0) : Kind.ANY;
  }

  private static boolean fits(Method method, Kind receiver) {
    return receiver == Kind.ANY
        ? method.receiver() != Kind.FUNCTION
        : method.receiver() == receiver;
  }

  private static String wrongArity(List<Method> ofName, String name, int arity) {
    return "calls '%s' with %d arguments; it requires %s"
        .formatted(
            name,
            arity,
            ofName.stream()
                .map(method -> String.valueOf(method.arity()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or ")));
  }

  private static String unknown(Kind receiver, String name) {
    return receiver == Kind.FUNCTION
        ? "calls the function '%s', which is not in the vocabulary of expressions; the closest matches: %s"
            .formatted(name, nearest(receiver, name))
        : "calls '%s', which %s does not have in the vocabulary of expressions (no bean, class or other method can be called); the closest matches: %s"
            .formatted(name, receiver, nearest(receiver, name));
  }

  private static String nearest(Kind receiver, String name) {
    return ALL.stream()
        .filter(method -> fits(method, receiver))
        .map(Method::name)
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(known -> Spelling.distance(known, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(NEAREST)
        .collect(Collectors.joining(", "));
  }

  /** Throws {@link ExpressionException} if the call fails. */
  static Object call(Object receiver, String name, List<Object> arguments, Work work, Names names) {
    if (receiver == null) {
      throw new ExpressionException("'%s' is called on null".formatted(name));
    }
    Kind kind = Kind.of(receiver);
    Method method =
        find(kind, name, arguments.size())
            .orElseThrow(
                () ->
                    new ExpressionException(
                        "'%s' is called on %s, which does not have it"
                            .formatted(name, words(kind, receiver))));
    return answer(method, new Call(receiver, arguments, work, names));
  }

  static Object function(String name, List<Object> arguments, Work work, Names names) {
    Method method =
        find(Kind.FUNCTION, name, arguments.size())
            .orElseThrow(() -> new ExpressionException("there is no function " + name));
    return answer(method, new Call(null, arguments, work, names));
  }

  private static Optional<Method> find(Kind kind, String name, int arity) {
    return BY_NAME.getOrDefault(name, List.of()).stream()
        .filter(method -> method.receiver() == kind && method.arity() == arity)
        .findFirst();
  }

  private static String words(Kind kind, Object receiver) {
    return receiver instanceof Opaque opaque ? opaque.description() : kind.toString();
  }

  private static Object answer(Method method, Call call) {
    try {
      return method.body().answer(call);
    } catch (ProcessEngineException unfit) {
      throw new ExpressionException(
          "'%s' failed: %s".formatted(method.name(), unfit.getMessage()), unfit);
    } catch (IndexOutOfBoundsException outside) {
      throw new ExpressionException(
          "'%s' accesses an index out of range".formatted(method.name()), outside);
    } catch (ClassCastException
        | IllegalArgumentException
        | NullPointerException
        | ArithmeticException
        | DateTimeException unfit) {
      // These exceptions name classes and quote values.
      throw new ExpressionException(
          "'%s' fails for these arguments".formatted(method.name()), unfit);
    }
  }
}
