package dev.outwork.mover.command;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar. */
final class MoverVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Mover.class.getPackage().getImplementationVersion();
    return new String[] {"mover " + (version == null ? "from its sources" : version)};
  }
}
