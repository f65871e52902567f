// A program of one function and a closure; local names of rustc carry no file.
fn main() {
    let sum: usize = (1..10).filter(|n| n % 3 == 1).sum();
    println!("{}", sum * std::env::args().count());
}
