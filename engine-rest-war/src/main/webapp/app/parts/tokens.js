/** Where the tokens of an instance are: the leaves of its tree of activities, and what waits for a job beside them. */
export function leavesOf(tree) {
  const leaves = [];
  const visit = (node, isRoot) => {
    for (const transition of node.childTransitionInstances ?? []) leaves.push({ ...transition, isTransition: true });
    for (const child of node.childActivityInstances ?? []) visit(child, false);
    const isLeaf = !node.childActivityInstances?.length && !node.childTransitionInstances?.length;
    if (isLeaf && !isRoot) leaves.push(node);
  };
  visit(tree, true);
  return leaves;
}

/** The marks of a diagram: how many tokens and incidents are at each element. */
export function marksOf(leaves, incidents, past = []) {
  const marks = new Map();
  const at = (activityId) => {
    const plain = activityId.replace(/#multiInstanceBody$/, '');
    if (!marks.has(plain)) marks.set(plain, { activityId: plain, tokens: 0, incidents: 0, past: 0 });
    return marks.get(plain);
  };
  for (const { activityId } of leaves) at(activityId).tokens += 1;
  for (const { activityId } of incidents) at(activityId).incidents += 1;
  for (const { activityId } of past) at(activityId).past += 1;
  return [...marks.values()];
}
