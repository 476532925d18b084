package dev.outwork.mover.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is deployed. */
public final class DeploymentReader {
  private static final String DEPLOYMENTS =
      "select t.* from ACT_RE_DEPLOYMENT t order by t.DEPLOY_TIME_, t.ID_";
  private static final String PROCESSES = "select t.* from ACT_RE_PROCDEF t order by t.VERSION_";
  private static final String DECISIONS =
      "select t.* from ACT_RE_DECISION_DEF t order by t.VERSION_";
  private static final String REQUIREMENTS =
      "select t.* from ACT_RE_DECISION_REQ_DEF t order by t.VERSION_";
  private static final String RESOURCES =
      """
      select t.NAME_, t.BYTES_
        from ACT_GE_BYTEARRAY t
       where t.DEPLOYMENT_ID_ = ?
      """;

  private final SourceSession session;

  public DeploymentReader(SourceSession session) {
    this.session = session;
  }

  /** The oldest first. */
  public List<SourceDeployment> deployments() {
    List<SourceDeployment> found = new ArrayList<>();
    session.query(DEPLOYMENTS, List.of(), row -> found.add(SourceDeployment.read(row)));
    return found;
  }

  public List<SourceDeployed> processes() {
    return deployed(PROCESSES);
  }

  /** None if the engine has no tables for decisions. */
  public List<SourceDeployed> decisions() {
    return session.executes(DECISIONS) ? deployed(DECISIONS) : List.of();
  }

  public List<SourceDeployed> requirements() {
    return session.executes(REQUIREMENTS) ? deployed(REQUIREMENTS) : List.of();
  }

  private List<SourceDeployed> deployed(String sql) {
    List<SourceDeployed> found = new ArrayList<>();
    session.query(sql, List.of(), row -> found.add(SourceDeployed.read(row)));
    return found;
  }

  /** The files of a deployment, by name. */
  public Map<String, byte[]> resources(String deploymentId) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    session.query(
        RESOURCES,
        List.of(deploymentId),
        row -> {
          if (row.bytes("BYTES_") != null) {
            found.put(row.text("NAME_"), row.bytes("BYTES_"));
          }
        });
    return found;
  }
}
