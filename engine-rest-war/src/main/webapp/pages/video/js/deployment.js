/** Deploys the process as soon as the page opens, and keeps trying until the engine has it. */
import { deploy } from './api.js';
import { Backoff } from './backoff.js';
import { tell } from './happenings.js';
import { seconds, sleep } from './time.js';

const backoff = new Backoff();

/** Resolves when the engine has the process. */
export const deployed = untilDeployed();

async function untilDeployed() {
  for (;;) {
    try {
      const { call, body } = await deploy();
      const words = body?.deployedProcessDefinitions
        ? 'This page deployed the process “video”.'
        : 'The engine has the process “video” already.';
      return tell({ kind: 'deployed', words, call });
    } catch (problem) {
      const pause = backoff.after(problem);
      const words = `The process is not deployed: ${problem.message}. Tries again in ${seconds(pause)}.`;
      tell({ kind: 'trouble', words, call: problem.call });
      await sleep(pause);
    }
  }
}
