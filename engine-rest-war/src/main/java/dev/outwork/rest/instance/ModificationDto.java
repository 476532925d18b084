package dev.outwork.rest.instance;

import java.util.List;

/**
 * How to change where an instance stands.
 *
 * @param skipCustomListeners accepted: there are no listeners
 * @param annotation accepted and not kept: there is no operation log
 */
public record ModificationDto(
    boolean skipCustomListeners,
    boolean skipIoMappings,
    List<InstructionDto> instructions,
    String annotation) {}
