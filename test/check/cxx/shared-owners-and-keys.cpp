// An object that one shared_ptr owns ends with it; a copy makes that unknown. A key
// names an element of a map.
// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <map>
#include <string>
#include <thread>
#include <functional>
#include <vector>
int ask();
struct Item { std::mutex Lock; int N = 0; };
struct Self : std::enable_shared_from_this<Self> { std::mutex Lock; void f(); };
void keep(std::shared_ptr<Item>); void keepr(const std::shared_ptr<Item> &); void use(Item *); void useself(Self&);
struct H { std::shared_ptr<Item> P; void go(); };

void copyGivenAway() {
  auto P = std::make_shared<Item>();
  keep(P);
  P->Lock.lock();
} // TN

void givenByReference() {
  auto P = std::make_shared<Item>();
  keepr(P);
  P->Lock.lock();
} // TN

void memberOfACaller() {
  H h;
  h.P = std::make_shared<Item>();
  h.go();
  h.P->Lock.lock();
} // TN

void capturedByAThread() {
  auto P = std::make_shared<Item>();
  std::thread T([P] { P->Lock.unlock(); });
  P->Lock.lock();
  T.detach();
} // TN

void copyInAVector() {
  std::vector<std::shared_ptr<Item>> V;
  auto P = std::make_shared<Item>();
  V.push_back(P);
  P->Lock.lock();
  P.reset();
  V[0]->Lock.unlock();
} // TN

void copyOnOnePath() {
  auto P = std::make_shared<Item>();
  std::shared_ptr<Item> Q;
  if (ask()) Q = P;
  P->Lock.lock();
  P.reset();
  if (Q) Q->Lock.unlock();
} // TN

void copyInAMap(std::map<int, std::shared_ptr<Item>> &M) {
  auto P = std::make_shared<Item>();
  M[3] = P;
  P->Lock.lock();
  P.reset();
} // TN

void copyInAFunctionObject(std::function<void()> &F) {
  auto P = std::make_shared<Item>();
  F = [P] { P->Lock.unlock(); };
  P->Lock.lock();
} // TN

void sharesItselfInAMember() {
  auto P = std::make_shared<Self>();
  P->f();
  P->Lock.lock();
} // TN

void sharesItselfElsewhere() {
  auto P = std::make_shared<Self>();
  useself(*P);
  P->Lock.lock();
} // TN
std::shared_ptr<Item> make() { auto P = std::make_shared<Item>(); P->Lock.lock(); return P; }

void madeLockedByAFunction() {
  auto P = make();
  P->Lock.unlock();
} // TN
static std::weak_ptr<Item> W;

void weakCopyInAGlobal() {
  auto P = std::make_shared<Item>();
  W = P;
  P->Lock.lock();
} // TN

void copyAsVoid() {
  auto P = std::make_shared<Item>();
  std::shared_ptr<void> V = P;
  P->Lock.lock();
  P.reset();
} // TN

void aliasOfAMember() {
  auto P = std::make_shared<Item>();
  std::shared_ptr<int> V(P, &P->N);
  P->Lock.lock();
  P.reset();
} // TN

void resetAfterTheGuard() {
  auto P = std::make_shared<Item>();
  { std::lock_guard G(P->Lock); }
  P.reset();
} // TN

void twoObjects() {
  auto P = std::make_shared<Item>();
  auto Q = std::make_shared<Item>();
  P->Lock.lock();
  Q->Lock.lock();
  P->Lock.unlock();
  Q->Lock.unlock();
} // TN

void movedToAnother() {
  auto P = std::make_shared<Item>();
  auto Q = std::move(P);
  Q->Lock.lock();
  P.reset();
  Q->Lock.unlock();
} // TN

void movedIntoAVector(std::vector<std::shared_ptr<Item>> &V) {
  auto P = std::make_shared<Item>();
  Item *R = P.get();
  V.emplace_back(std::move(P));
  R->Lock.lock();
} // TN

void keysThatMayDiffer(std::map<std::string, Item> &M, const std::string &K, std::string J) {
  M[K].Lock.lock();
  M[J].Lock.unlock();
  M.erase(K);
} // TN

void constantKey(std::map<std::string, Item> &M, const std::string &K) {
  M[K].Lock.lock();
  M[K].Lock.unlock();
  M.erase(K);
} // TN

void literalKey(std::map<std::string, Item> &M) {
  M["a"].Lock.lock();
  M["a"].Lock.unlock();
  M.erase("a");
} // TN

void foundByKey(std::map<int, Item> &M) {
  M[1].Lock.lock();
  M.find(1)->second.Lock.unlock();
  M.clear();
} // TN

void walkedAfterwards(std::map<int, Item> &M) {
  M[1].Lock.lock();
  for (auto &[K, I] : M) I.Lock.unlock();
  M.clear();
} // TN

void ownerByKey(std::map<int, std::unique_ptr<Item>> &M) {
  M[1] = std::make_unique<Item>();
  M[1]->Lock.lock();
  M[1]->Lock.unlock();
  M.erase(1);
} // TN

void movedOutOfTheMap(std::map<int, std::unique_ptr<Item>> &M, int K) {
  auto P = std::move(M[K]);
  P->Lock.lock();
  M.erase(K);
  P->Lock.unlock();
} // TN

void pointerByKey(std::map<int, Item*> &M, int K) {
  M[K]->Lock.lock();
  Item *I = M[K];
  M.erase(K);
  I->Lock.unlock();
} // TN

void copyOfTheErased(std::map<int, std::shared_ptr<Item>> &M, int K) {
  auto P = M[K];
  std::lock_guard G(P->Lock);
  M.erase(K);
} // TN

void copyOfTheFoundAndErased(std::map<int, std::shared_ptr<Item>> &M, int K) {
  auto P = M[K];
  std::lock_guard G(P->Lock);
  M.erase(M.find(K));
} // TN

void eachKeyInALoop(std::map<int, Item> &M, int K) {
  for (int I = 0; I < K; ++I) { M[I].Lock.lock(); M[I].Lock.unlock(); M.erase(I); }
} // TN

void allKeysInTwoLoops(std::map<int, Item> &M, int K) {
  for (int I = 0; I < K; ++I) M[I].Lock.lock();
  for (int I = 0; I < K; ++I) M[I].Lock.unlock();
  M.clear();
} // TN
