package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.List;

/** One version of a process. */
@Entity
@Table(name = "process_definition")
public class ProcessDefinitionEntity {
  private static final int MAX_ID_LENGTH = 64;

  @Id private String id;

  @Column(name = "definition_key")
  private String key;

  private int version;
  private String name;
  private String category;
  private String description;

  @Column(name = "version_tag")
  private String versionTag;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "deployment_id")
  private String deploymentId;

  @Column(name = "resource_name")
  private String resourceName;

  private boolean suspended;

  @Column(name = "history_time_to_live")
  private Integer historyTimeToLive;

  @Column(name = "startable_in_tasklist")
  private boolean startableInTasklist;

  protected ProcessDefinitionEntity() {}

  /** The columns of {@link DefinitionStore}. */
  static ProcessDefinitionEntity read(Row row) {
    ProcessDefinitionEntity definition = new ProcessDefinitionEntity();
    definition.id = row.text("id");
    definition.key = row.text("definition_key");
    definition.version = row.integer("version");
    definition.name = row.text("name");
    definition.category = row.text("category");
    definition.description = row.text("description");
    definition.versionTag = row.text("version_tag");
    definition.tenantId = row.text("tenant_id");
    definition.deploymentId = row.text("deployment_id");
    definition.resourceName = row.text("resource_name");
    definition.suspended = row.flag("suspended");
    definition.historyTimeToLive = row.integer("history_time_to_live");
    definition.startableInTasklist = row.flag("startable_in_tasklist");
    return definition;
  }

  /**
   * A condition on the keys of definitions. It uses their ids, which are indexed and have
   * statistics of their frequency.
   *
   * @param attribute that holds the id of the definition
   */
  public static <E> Predicate hasKeyIn(
      Collection<?> keys, String attribute, Conditions<E> where, EntityManager entityManager) {
    List<String> ids =
        entityManager
            .createQuery(
                "select d.id from ProcessDefinitionEntity d where d.key in :keys", String.class)
            .setParameter("keys", keys)
            .getResultList();
    return ids.isEmpty() ? where.build().disjunction() : where.in(attribute, ids);
  }

  ProcessDefinitionEntity(
      ProcessModel model,
      int version,
      DeploymentEntity deployment,
      String resourceName,
      boolean suspended) {
    this.id = idOf(model.key(), version);
    this.key = model.key();
    this.version = version;
    this.name = model.info().name();
    this.category = model.info().category();
    this.description = model.info().description();
    this.versionTag = model.info().versionTag();
    this.tenantId = deployment.toDeployment().tenantId();
    this.deploymentId = deployment.id();
    this.resourceName = resourceName;
    this.suspended = suspended;
    this.historyTimeToLive = model.info().historyTimeToLive();
    this.startableInTasklist = model.info().startableInTasklist();
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  String key() {
    return key;
  }

  String deploymentId() {
    return deploymentId;
  }

  String resourceName() {
    return resourceName;
  }

  ProcessDefinition toProcessDefinition() {
    return new ProcessDefinition(
        id,
        key,
        category,
        description,
        name,
        version,
        resourceName,
        deploymentId,
        suspended,
        tenantId,
        versionTag,
        historyTimeToLive,
        startableInTasklist);
  }

  // An id in a log should show the process; a key that is too long is left out.
  static String idOf(String key, int version) {
    String unique = Ids.next();
    String readable = key + ":" + version + ":" + unique;
    return readable.length() <= MAX_ID_LENGTH ? readable : unique;
  }
}
