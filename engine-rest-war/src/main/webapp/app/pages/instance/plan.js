/**
 * A plan to modify an instance: steps `{ type, activityId, name, target, ancestor }`, of which nothing is done before the
 * plan is sent. A cancellation names the very activity instances that were there when it was planned.
 */

/** What is at an element now: its activity instances, the body of a multi-instance activity as one, and waiting tokens. */
export function presentAt(activityId, tree) {
  const body = `${activityId}#multiInstanceBody`;
  const found = [];
  const visit = (node) => {
    for (const child of node.childTransitionInstances ?? []) {
      if (child.activityId === activityId || child.activityId === body) found.push({ transitionInstanceId: child.id });
    }
    for (const child of node.childActivityInstances ?? []) {
      if (child.activityId === body || child.activityId === activityId) found.push({ activityInstanceId: child.id });
      else visit(child);
    }
  };
  visit(tree);
  return found;
}

/** The activity instances among which somebody has to choose to start an element; empty if there is no choice. */
export function ancestorsFor({ scopes }, tree) {
  for (const scope of scopes) {
    const instances = allNodes(tree).filter(({ activityId }) => activityId === scope);
    if (instances.length > 0) return instances.length > 1 ? instances : [];
  }
  return [];
}

/** The steps of a plan that can still be done: what was to be cancelled may have gone on meanwhile. */
export function stillPossible(steps, tree) {
  const ids = new Set(allNodes(tree).map(({ id }) => id));
  return steps.filter(({ target }) => !target || ids.has(target.activityInstanceId ?? target.transitionInstanceId));
}

/** The instructions of the API. Starts come first, because a scope that a cancellation empties has ended. */
export function instructionsOf(steps, variables = {}) {
  const starts = steps.filter(({ type }) => type !== 'cancel');
  const given = Object.keys(variables).length > 0 ? variables : undefined;
  return [
    ...starts.map(({ type, activityId, ancestor }, i) => ({
      type, [type === 'startTransition' ? 'transitionId' : 'activityId']: activityId, ancestorActivityInstanceId: ancestor || undefined, variables: i === 0 ? given : undefined,
    })),
    ...steps.filter(({ type }) => type === 'cancel').map(({ type, target }) => ({ type, ...target })),
  ];
}

/** Whether nothing is left once a plan is done. */
export function emptiesInstance(steps, tree) {
  if (steps.some(({ type }) => type !== 'cancel')) return false;
  const gone = new Set(steps.map(({ target }) => target.activityInstanceId ?? target.transitionInstanceId));
  const isGone = (node) => gone.has(node.id) || (childrenOf(node).length > 0 && childrenOf(node).every(isGone));
  return childrenOf(tree).every(isGone);
}

/** The plan as marks of the diagram, added to those that are there. */
export function withPlan(marks, steps) {
  const byId = new Map(marks.map((mark) => [mark.activityId, { ...mark }]));
  for (const { type, activityId } of steps) {
    const mark = byId.get(activityId) ?? { activityId };
    const kind = type === 'cancel' ? 'cancel' : 'start';
    byId.set(activityId, { ...mark, [kind]: (mark[kind] ?? 0) + 1 });
  }
  return [...byId.values()];
}

function childrenOf({ childActivityInstances = [], childTransitionInstances = [] }) {
  return [...childActivityInstances, ...childTransitionInstances];
}

function allNodes(tree) {
  return [tree, ...childrenOf(tree).flatMap(allNodes)];
}
