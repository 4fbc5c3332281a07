// The whole site in one file: the part after # says which page is seen. In either form
// the page of methods opens the query that the address names.
jikenbo.route = () => {
  const here = jikenbo.currentPage();
  for (const section of document.querySelectorAll('section[data-page]')) section.hidden = section.dataset.page !== here;
  for (const a of document.querySelectorAll('.nav a')) {
    if (a.dataset.page === here) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
  const title = document.querySelector(`section[data-page="${here}"] h1`);
  if (title) document.title = title.textContent + document.title.slice(document.title.lastIndexOf(' | '));
  jikenbo.drawAll();
  if (jikenbo.routed !== here) scrollTo(0, 0);
  jikenbo.routed = here;
};

jikenbo.openQuery = () => {
  const name = jikenbo.currentPage() === 'method' && jikenbo.state().get('q');
  const query = name && document.getElementById('q-' + name);
  if (!query) return;
  query.open = true;
  query.scrollIntoView({ block: 'start' });
};

jikenbo.onStart(() => {
  if (jikenbo.data().single) {
    addEventListener('hashchange', jikenbo.route);
    jikenbo.route();
  }
  addEventListener('hashchange', jikenbo.openQuery);
  jikenbo.openQuery();
});
