/** Before anything is drawn: the look that was chosen here. Not a module, because a module comes too late. */
try {
  const theme = localStorage.getItem('outwork.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing shows the look of the system.
}
