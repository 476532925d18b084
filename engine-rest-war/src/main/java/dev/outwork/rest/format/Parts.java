package dev.outwork.rest.format;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the parts of a multipart form. */
public final class Parts {
  private Parts() {}

  /** The parts of a form; a request without a body does not even have an empty list. */
  public static List<EntityPart> of(List<EntityPart> parts) {
    if (parts == null) {
      throw RestException.invalidRequest("The request has no body: send a form");
    }
    return parts;
  }

  public static Optional<EntityPart> named(String name, List<EntityPart> parts) {
    return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
  }

  /** The text of a form field; empty if it is missing or blank. */
  public static Optional<String> text(String name, List<EntityPart> parts) {
    return named(name, parts)
        .map(part -> NulCharacters.refuseIn(new String(bytes(part), StandardCharsets.UTF_8)))
        .filter(text -> !text.isBlank());
  }

  public static byte[] bytes(EntityPart part) {
    try (InputStream content = part.getContent()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file name of a part, as sent. */
  public static Optional<String> filename(EntityPart part) {
    return part.getFileName()
        .map(Parts::decoded)
        .map(NulCharacters::refuseIn)
        .filter(name -> !name.isBlank());
  }

  // Browsers and tools send UTF-8, but some servers decode the headers of a part byte by byte.
  static String decoded(String name) {
    if (name.chars().anyMatch(character -> character > 0xFF)) {
      return name;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return name;
    }
  }
}
