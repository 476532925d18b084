package dev.outwork.rest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;

/**
 * JSON with the coercions that existing clients rely on (docs/rest-api.md, "Requests and
 * responses").
 */
public final class Json {
  private static final int DEEPEST_NESTING = 200;
  private static final int LONGEST_NUMBER = 100;

  /** Not reconfigured after this, so effectively immutable. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(factory())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // A worker's document keeps its digits.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addModule(
              new SimpleModule()
                  .addSerializer(new DateWriter())
                  .addDeserializer(Instant.class, new DateReader()))
          .build();

  private Json() {}

  private static JsonFactory factory() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST_NESTING)
            .maxNumberLength(LONGEST_NUMBER)
            // The body as a whole is limited already.
            .maxStringLength(Integer.MAX_VALUE)
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        // The server closes the stream.
        .build()
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  private static final class DateWriter extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    DateWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant date, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(RestDate.format(date));
    }
  }

  private static final class DateReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    DateReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getValueAsString("");
      return text.isBlank()
          ? null
          : RestDate.parse(text)
              .orElseThrow(
                  () -> context.weirdStringException(text, Instant.class, "not in the pattern"));
    }
  }
}
