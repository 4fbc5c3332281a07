// Light and dark: by the reader's preference, or as switched, kept in this browser.
jikenbo.themes = ['auto', 'light', 'dark'];
jikenbo.themeNow = () => {
  try {
    return localStorage.getItem('jikenbo-theme') || 'auto';
  } catch {
    return 'auto';
  }
};
jikenbo.themeSet = (theme) => {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};
jikenbo.themeSet(jikenbo.themeNow());

jikenbo.onStart(() => {
  const button = document.getElementById('theme');
  if (!button) return;
  let theme = jikenbo.themeNow();
  const show = () => (button.textContent = jikenbo.t('theme.' + theme));
  button.hidden = false;
  show();
  button.addEventListener('click', () => {
    theme = jikenbo.themes[(jikenbo.themes.indexOf(theme) + 1) % jikenbo.themes.length];
    try {
      localStorage.setItem('jikenbo-theme', theme);
    } catch {
      // a page without storage keeps the choice while it is open
    }
    jikenbo.themeSet(theme);
    show();
    document.dispatchEvent(new Event('jikenbo-theme'));
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => document.dispatchEvent(new Event('jikenbo-theme')));
});
