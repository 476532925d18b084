package dev.outwork.engine.usertask;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An identity link, for conditions of lists; written by {@link IdentityLinkStore}. */
@Entity
@Table(name = "identity_link")
public class IdentityLinkEntity {
  @Id private String id;

  @Column(name = "user_task_id")
  private String userTaskId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "group_id")
  private String groupId;

  private String type;

  protected IdentityLinkEntity() {}
}
