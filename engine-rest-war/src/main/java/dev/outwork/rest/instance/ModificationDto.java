package dev.outwork.rest.instance;

import java.util.List;

/**
 * The modification of an instance.
 *
 * @param skipCustomListeners accepted: there are no listeners
 * @param annotation accepted and not stored: there is no operation log
 */
public record ModificationDto(
    boolean skipCustomListeners,
    boolean skipIoMappings,
    List<InstructionDto> instructions,
    String annotation) {}
