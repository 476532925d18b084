package dev.outwork.mover.showing;

import java.util.List;

/** A table of the report under a heading. */
record Section(String title, String note, List<String> heads, List<List<String>> rows) {}
