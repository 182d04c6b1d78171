// In every page of a preview, and in no page that is published: hears of new builds, loads the page anew where it stands, and
// shows the findings of a build that failed over the last good page.
(() => {
  'use strict';
  const own = document.currentScript.dataset; // site, findings: what this page was made from
  const kept = 'thidua-preview';
  let source = null;
  let panel = null;
  let closed = ''; // the findings that the reader has put away

  const details = () => [...document.querySelectorAll('details')];

  function reload() {
    const open = details().map((element) => element.open);
    sessionStorage.setItem(kept, JSON.stringify({ page: location.pathname, x: scrollX, y: scrollY, open }));
    location.reload();
  }

  function restore() {
    const state = JSON.parse(sessionStorage.getItem(kept));
    sessionStorage.removeItem(kept);
    if (state === null || state.page !== location.pathname) return;
    const now = details();
    if (now.length === state.open.length) now.forEach((element, i) => { element.open = state.open[i]; });
    const place = () => scrollTo({ left: state.x, top: state.y, behavior: 'instant' });
    place();
    if (document.readyState !== 'complete') addEventListener('load', place, { once: true });
  }

  function hide() {
    if (panel !== null) panel.remove();
    panel = null;
  }

  function show(findings) {
    hide();
    if (findings === closed) return;
    const frame = document.createElement('iframe');
    frame.src = '/.thidua/findings';
    frame.title = 'thidua';
    frame.style.cssText = 'display:block;width:100%;height:100%;border:0';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = own.close;
    button.style.cssText = 'position:absolute;right:1rem;top:.5rem;min-height:2.75rem;padding:0 1rem;font:1rem system-ui,sans-serif;' +
      'color:#fff;background:#8c1d18;border:2px solid #fff;border-radius:4px;cursor:pointer';
    button.addEventListener('click', () => { closed = findings; hide(); });
    panel = document.createElement('div');
    panel.style.cssText = 'position:fixed;left:0;right:0;bottom:0;height:min(60vh,30rem);z-index:2147483647;' +
      'border-top:4px solid #8c1d18;background:#fff';
    panel.append(frame, button);
    document.body.append(panel);
  }

  function take(state) {
    const other = state.site !== own.site || (own.site === '' && state.findings !== own.findings);
    if (other) return reload();
    if (state.findings === '') {
      closed = '';
      hide();
    } else if (own.site !== '') {
      show(state.findings);
    }
  }

  // A browser opens few connections to one host: pages that nobody sees keep none.
  function disconnect() {
    if (source !== null) source.close();
    source = null;
  }

  function connect() {
    if (source !== null || document.hidden) return;
    source = new EventSource('/.thidua/events');
    source.onmessage = (event) => take(JSON.parse(event.data));
    source.onerror = () => {
      if (source === null || source.readyState !== EventSource.CLOSED) return; // else the browser tries again by itself
      disconnect();
      setTimeout(connect, 2000);
    };
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connect);
  restore();
  connect();
})();
