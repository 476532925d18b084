package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.token.SentSignal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A signal on its way to others. */
class SignalPayloadTest {
  private static final byte[] BYTES = {0, 1, -1};

  @ParameterizedTest
  @EnumSource(ValueType.class)
  void a_value_of_every_type_arrives_as_it_was_sent(ValueType type) {
    TypedValue value = new TypedValue(type, example(type), Map.of("filename", "some \"name\""));

    TypedValue arrived = sent(value);

    assertThat(arrived.type()).isEqualTo(type);
    assertThat(arrived.value()).isEqualTo(example(type));
    assertThat(arrived.valueInfo()).isEqualTo(value.valueInfo());
  }

  @ParameterizedTest
  @EnumSource(ValueType.class)
  void nothing_of_every_type_arrives_as_it_was_sent(ValueType type) {
    assertThat(sent(TypedValue.of(type, null))).isEqualTo(TypedValue.of(type, null));
  }

  @Test
  void a_transient_value_does_not_outlive_its_transaction() {
    TypedValue value =
        new TypedValue(ValueType.STRING, "secret", Map.of(TypedValue.TRANSIENT, true));

    String text = SignalPayload.write(new SentSignal("alarm", Map.of("word", value)));

    assertThat(text).doesNotContain("secret");
    assertThat(SignalPayload.read(text)).isEqualTo(new SentSignal("alarm", Map.of()));
  }

  private static TypedValue sent(TypedValue value) {
    SentSignal signal = new SentSignal("alarm", Map.of("value", value));
    SentSignal arrived = SignalPayload.read(SignalPayload.write(signal));
    assertThat(arrived.name()).isEqualTo("alarm");
    return arrived.variables().get("value");
  }

  private static Object example(ValueType type) {
    return switch (type) {
      case NULL -> null;
      case BOOLEAN -> true;
      case SHORT -> (short) -7;
      case INTEGER -> Integer.MAX_VALUE;
      case LONG -> Long.MIN_VALUE;
      case DOUBLE -> Double.MIN_VALUE;
      case STRING, JSON, XML, OBJECT -> "{\"a\": \"\u00e4\\n\"}";
      case DATE -> Instant.parse("2026-03-01T09:00:00.123Z");
      case BYTES, FILE -> BYTES;
    };
  }
}
