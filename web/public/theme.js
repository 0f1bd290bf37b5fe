// Sets the theme and the language before the first paint, so that nothing flashes. A file of its own because the
// content security policy allows no inline script.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('himpun.theme');
    if (theme !== 'light' && theme !== 'dark') {
      theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    }
    root.dataset.theme = theme;
    root.lang = localStorage.getItem('PARAGLIDE_LOCALE') === 'en' ? 'en' : 'id';
  } catch (error) {
    root.dataset.theme = 'light';
  }
})();
