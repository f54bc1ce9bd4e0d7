// Tells a person of what concerns them while no page of Tulpar is in sight. It fetches nothing and keeps nothing: the words come
// with the push, and a page that is looked at tells by itself.
'use strict';

self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (e) { e.waitUntil(self.clients.claim()); });

// Of this application alone: the same host may have others.
function pages() {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(function (open) {
    return open.filter(function (page) { return page.url.startsWith(self.registration.scope); });
  });
}
// Where a draft is kept; on any other page something may be half typed.
function isInbox(page) {
  const path = page.url.slice(self.registration.scope.length);
  return /^inbox(?:[/?#;]|$)/.test(path);
}
function link(conversation) { return new URL('inbox/' + conversation, self.registration.scope).href; }

self.addEventListener('push', function (e) {
  let notice;
  try { notice = e.data.json(); } catch (x) { return; } // nobody of ours has sent that
  e.waitUntil(pages().then(function (open) {
    if (open.some(function (page) { return page.visibilityState === 'visible'; })) return null;
    return show(notice);
  }));
});

// A page that is open and not looked at says the same under the same tag: whoever comes second is silent.
function show(notice) {
  const tag = 'tulpar-' + notice.conversation;
  return self.registration.getNotifications({ tag: tag }).then(function (shown) {
    if (shown.some(function (one) { return one.data && one.data.occasion === notice.occasion; })) return null;
    return self.registration.showNotification(notice.title, {
      body: notice.body, tag: tag, renotify: true, data: { person: notice.person, conversation: notice.conversation, occasion: notice.occasion }
    });
  });
}

self.addEventListener('notificationclick', function (e) {
  e.notification.close();
  if (!e.notification.data) return;
  const goal = link(e.notification.data.conversation);
  e.waitUntil(pages().then(function (open) {
    const there = open.find(function (one) { return one.url === goal; });
    if (there) return there.focus();
    const page = open.find(isInbox);
    if (!page) return self.clients.openWindow(goal);
    // One touch permits one window to come forward: only where it is meant to is it asked.
    return page.navigate(goal).then(function (led) { return led ? led.focus() : null; },
      function () { return self.clients.openWindow(goal); }); // a page of before the worker does not follow it
  }));
});
