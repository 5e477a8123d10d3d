// What script adds to pages that work without it: fetch a page again when something moved, times in the viewer's zone,
// "/" to find. Nothing here decides anything.
(function () {
  'use strict';
  document.documentElement.classList.add('has-script');

  function localTimes(root) {
    root.querySelectorAll('time[datetime]').forEach(function (time) {
      var at = new Date(time.getAttribute('datetime'));
      if (isNaN(at)) return;
      var full = at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
      time.title = full;
      if (time.textContent.trim().slice(-4) === ' UTC') time.textContent = full;
    });
  }

  function busy(region) {
    var active = document.activeElement;
    return active && region.contains(active) && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName);
  }

  var waiting = false;
  function again() {
    var region = document.getElementById('live');
    if (!region || waiting || busy(region) || document.hidden) return;
    waiting = true;
    fetch(location.href.split('#')[0], { headers: { 'HX-Request': 'true' }, credentials: 'same-origin' })
      .then(function (answer) {
        if (answer.status === 401) { location.reload(); return null; }
        return answer.ok ? answer.text() : null;
      })
      .then(function (text) {
        if (!text) return;
        var page = new DOMParser().parseFromString(text, 'text/html');
        ['live'].forEach(function (id) {
          var fresh = page.getElementById(id);
          var old = document.getElementById(id);
          if (fresh && old && !busy(old) && fresh.innerHTML !== old.innerHTML) {
            old.replaceWith(document.adoptNode(fresh));
            if (window.htmx) window.htmx.process(document.getElementById(id));
          }
        });
        ['.fresh', '.rail'].forEach(function (selector) {
          var fresh = page.querySelector(selector);
          var old = document.querySelector(selector);
          if (fresh && old && fresh.innerHTML !== old.innerHTML) old.replaceWith(document.adoptNode(fresh));
        });
        localTimes(document);
      })
      .catch(function () { /* the server is away; the stream tells when it is back */ })
      .finally(function () { waiting = false; });
  }

  function watch() {
    var main = document.getElementById('main');
    var address = main && main.getAttribute('data-live');
    if (!address || !window.EventSource) return;
    var stream = new EventSource(address);
    stream.addEventListener('moved', again);
    window.addEventListener('pagehide', function () { stream.close(); });
    document.addEventListener('visibilitychange', function () { if (!document.hidden) again(); });
  }

  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      var field = document.getElementById('rq') || document.getElementById('q') || document.getElementById('find');
      if (field) { event.preventDefault(); field.focus(); field.select(); }
    }
  });

  document.addEventListener('change', function (event) {
    var address = event.target.getAttribute && event.target.getAttribute('data-reload');
    if (address) {
      var owner = document.getElementById('f-owner');
      location.href = address + encodeURIComponent(event.target.value)
        + (owner ? '&owner=' + encodeURIComponent(owner.value) : '') + '#edit';
    }
  });

  document.addEventListener('DOMContentLoaded', function () { localTimes(document); watch(); });
  document.addEventListener('htmx:afterSwap', function () { localTimes(document); });
})();
