use crate::server::Answer;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

/// A server of answers to GET and HEAD, on a free port of this machine; ends when this is dropped.
///
/// Each connection has a thread of its own: browsers open some in advance, and none may wait for those.
pub(crate) struct Http {
    address: SocketAddr,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Http {
    /// Starts; `answer` is given the path of each request, without a query.
    pub(crate) fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("a port of this machine");
        let (over, answer) = (Arc::new(AtomicBool::new(false)), Arc::new(answer));
        let thread = thread::spawn({
            let over = Arc::clone(&over);
            move || {
                for connection in listener.incoming().flatten().take_while(|_| !over.load(Ordering::Relaxed)) {
                    let answer = Arc::clone(&answer);
                    // The browser may go away at any time, and then nobody waits.
                    thread::spawn(move || drop(respond(&connection, &*answer)));
                }
            }
        });
        Self { address, over, thread: Some(thread) }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Http {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // Wakes the thread, which waits for a connection.
        drop(TcpStream::connect(self.address));
        self.thread.take().into_iter().for_each(|thread| drop(thread.join()));
    }
}

/// Answers the one request of a connection.
fn respond(mut connection: &TcpStream, answer: &impl Fn(&str) -> Answer) -> io::Result<()> {
    let mut lines = BufReader::new(connection).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines.map_while(Result::ok) {
        if line.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(());
    };
    let Answer { status, kind, body, elsewhere, kept, shared } =
        answer(target.split(['?', '#']).next().unwrap_or_default());
    let elsewhere = elsewhere.map(|address| format!("Location: {address}\r\n")).unwrap_or_default();
    let kept = if kept { "Cache-Control: public, max-age=31536000, immutable\r\n" } else { "" };
    // As the README of a release asks for: pages of other origins and frames in a sandbox may have the files.
    let shared = if shared { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {status} Answer\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         {shared}{elsewhere}{kept}Connection: close\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes())?;
    connection.write_all(if method == "HEAD" { &[] } else { &body })
}
