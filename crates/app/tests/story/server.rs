//! A server as a child: started, listened to, asked to stop.

use std::{
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Command, Stdio},
    time::{Duration, Instant},
};

use super::{folder, signet};

/// A demonstration that serves.
pub struct Server {
    child: Child,
    pub address: String,
    pub folder: PathBuf,
    links: serde_json::Value,
    /// Held open, so that it can be written to.
    log: Option<BufReader<ChildStderr>>,
}

impl Server {
    /// Makes what is missing in `place/demo` and serves it.
    pub fn demo(place: &Path) -> Self {
        let mut child = signet()
            .current_dir(place)
            .args(["demo", "--json", "--folder", "demo", "--listen", &folder::free_address()])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let welcome: serde_json::Value = serde_json::from_str(&line).expect("a welcome of one line");
        let text = |name: &str| welcome[name].as_str().unwrap().to_owned();
        let address = text("address").strip_prefix("http://").unwrap().to_owned();
        Server { child, address, folder: text("folder").into(), links: welcome["links"].clone(), log: None }
    }

    /// Serves an institution's own register.
    pub fn of(installation: &folder::Installation) -> Self {
        Self::by(signet(), installation)
    }

    /// The same by a program that lies elsewhere.
    pub fn by(mut program: Command, installation: &folder::Installation) -> Self {
        let mut child = program
            .current_dir(installation.own())
            .args(["serve", "--lang", "en"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let address = loop {
            let mut line = String::new();
            assert!(log.read_line(&mut line).unwrap() > 0, "the program ended before it said where it serves");
            // What the settings want in the log may come first.
            if let Some((_, address)) = line.split_once("http://") {
                break address.split('/').next().unwrap().to_owned();
            }
        };
        Server { child, address, folder: installation.own(), links: serde_json::Value::Null, log: Some(log) }
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The path of a role's link. A secret.
    pub fn link(&self, role: &str) -> String {
        let link = self.links[role].as_str().unwrap();
        link.strip_prefix(&format!("http://{}", self.address)).expect("a link of this server").to_owned()
    }

    /// Asks it to stop, and returns what it wrote to the log.
    pub fn stop_and_read_log(mut self) -> String {
        let mut log = self.log.take().expect("a server whose log is read");
        self.stop();
        let mut text = String::new();
        log.read_to_string(&mut text).unwrap();
        text
    }

    /// Asks it to stop, and returns its exit code.
    pub fn stop(mut self) -> Option<i32> {
        let asked = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.child.id())]).status().unwrap();
        assert!(asked.success());
        let patience = Instant::now() + Duration::from_secs(60);
        while Instant::now() < patience {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the server did not stop");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ended already when the story went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
