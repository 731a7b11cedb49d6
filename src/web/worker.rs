//! The worker's shell around the service: takes messages in, works in slices, and lets the event
//! loop run between slices so that a cancel is heard at once.

use crate::protocol::{Event, Request};
use crate::service::{Opener, Service, Source};
use crate::web::blob::BlobReader;
use crate::web::{books, wire};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

/// How long to work before the event loop runs, in milliseconds.
const SLICE_MS: f64 = 25.0;

/// How often progress is said, in milliseconds: a page that draws it more often only draws.
const PROGRESS_MS: f64 = 100.0;

struct Shell {
    scope: DedicatedWorkerGlobalScope,
    service: RefCell<Service>,
    /// A slice is already scheduled.
    scheduled: Cell<bool>,
    /// When progress was said last.
    said: Cell<f64>,
    /// Requests that the page has been told of.
    requests: Cell<u32>,
    /// Posting to this port schedules the next slice as a task of its own.
    bell: web_sys::MessagePort,
}

/// Listens, says [`Event::Ready`], and serves until the worker ends.
pub fn run() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let Ok(channel) = MessageChannel::new() else { return };
    let shell = Rc::new(Shell {
        scope: scope.clone(),
        service: RefCell::default(),
        scheduled: Cell::new(false),
        said: Cell::new(0.0),
        requests: Cell::new(0),
        bell: channel.port2(),
    });

    let on_slice = {
        let shell = shell.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |_| shell.slice())
    };
    channel.port1().set_onmessage(Some(on_slice.as_ref().unchecked_ref()));
    on_slice.forget();

    let on_message = {
        let shell = shell.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            shell.take(&message.data());
        })
    };
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    shell.say(&Event::Ready);
}

impl Shell {
    fn take(&self, message: &JsValue) {
        let (request, file) = match wire::unpack::<Request>(message) {
            Some(Ok(read)) => read,
            Some(Err(reason)) => return self.say(&Event::Misread { reason }),
            None => return,
        };
        let events = {
            let mut service = self.service.borrow_mut();
            if let (Request::Open { file: id, name, bytes, .. }, Some(handle)) = (&request, file) {
                let opener: Opener = Rc::new(move || {
                    let reader = BlobReader::new(handle.clone())?;
                    Ok(Box::new(reader) as Box<dyn Source>)
                });
                service.attach(*id, name, *bytes, opener);
            }
            service.enqueue(request)
        };
        events.iter().for_each(|e| self.say(e));
        self.count_requests();
        self.schedule();
    }

    /// Says how many requests this worker has made, where that has changed.
    fn count_requests(&self) {
        let entries = self.scope.performance().map(|p| p.get_entries_by_type("resource"));
        let count = entries.map_or(0, |e| e.length());
        if self.requests.replace(count) != count {
            self.say(&Event::Requests { count });
        }
    }

    fn schedule(&self) {
        if self.service.borrow().is_busy() && !self.scheduled.replace(true) {
            // A port that we hold can always be posted to.
            let _ = self.bell.post_message(&JsValue::NULL);
        }
    }

    /// The first workbook makes the page load the reader of workbooks.
    fn fetch_books(self: &Rc<Self>) {
        if !self.service.borrow_mut().wants_books() {
            return;
        }
        let shell = self.clone();
        books::load(move |reader| {
            let events = shell.service.borrow_mut().provide_books(reader);
            events.iter().for_each(|e| shell.say(e));
            shell.schedule();
        });
    }

    fn slice(self: &Rc<Self>) {
        self.scheduled.set(false);
        let began = js_sys::Date::now();
        let mut progress = None;
        loop {
            let events = self.service.borrow_mut().work();
            for event in events {
                // Only the last progress of a slice is worth a message.
                match event {
                    Event::Progress { .. } => progress = Some(event),
                    other => {
                        progress = None;
                        self.say(&other);
                    }
                }
            }
            if !self.service.borrow().is_busy() || js_sys::Date::now() - began >= SLICE_MS {
                break;
            }
        }
        if let Some(event) = progress
            && js_sys::Date::now() - self.said.get() >= PROGRESS_MS
        {
            self.said.set(js_sys::Date::now());
            self.say(&event);
        }
        self.fetch_books();
        self.count_requests();
        self.schedule();
    }

    fn say(&self, event: &Event) {
        let parcel =
            wire::pack_event(event).or_else(|reason| wire::pack_event(&Event::Misread { reason }));
        if let Ok(parcel) = parcel {
            // A failing post means that the page is gone.
            let _ = self.scope.post_message_with_transfer(&parcel.message, &parcel.transfer);
        }
    }
}
